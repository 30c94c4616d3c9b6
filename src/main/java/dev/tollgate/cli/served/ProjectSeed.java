package dev.tollgate.cli.served;

import dev.tollgate.finding.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * What the ids and secrets of a stack are made of where it is served: where the stack is, and a secret of this user's
 * that is made once. They stay the same from start to start, differ from project to project, and no page can guess
 * them.
 */
public final class ProjectSeed {

    private static final int BYTES = 32;

    private ProjectSeed() {}

    /** The seed of the stack in {@code folder}. Without a home in {@code environment} it is the folder alone. */
    public static String of(Map<String, String> environment, Path folder) {
        return home(environment).map(ProjectSeed::secret).orElse("") + " "
                + folder.toAbsolutePath().normalize() + " ";
    }

    private static Optional<Path> home(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("XDG_STATE_HOME"))
                .filter(path -> path.startsWith("/"))
                .map(Path::of)
                .or(() -> Optional.ofNullable(environment.get("HOME"))
                        .map(Path::of)
                        .filter(Files::isDirectory)
                        .map(home -> home.resolve(".local").resolve("state")))
                .map(state -> state.resolve("tollgate"));
    }

    private static String secret(Path folder) {
        Path file = folder.resolve("seed");
        try {
            if (!Files.isRegularFile(file)) {
                make(folder, file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot read or make `" + file + "`: " + e.getMessage(),
                    "check its folder, or name another with XDG_STATE_HOME",
                    e);
        }
    }

    /** Whole before it is there: another process may be making it, too. */
    private static void make(Path folder, Path file) throws IOException {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Files.createDirectories(folder);
        Path next = Files.createTempFile(folder, "seed-", "");
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(next, HexFormat.of().formatHex(bytes) + "\n", StandardCharsets.UTF_8);
        try {
            Files.move(next, file);
        } catch (FileAlreadyExistsException e) {
            Files.delete(next);
        }
    }
}
