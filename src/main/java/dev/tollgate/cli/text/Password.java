package dev.tollgate.cli.text;

import dev.tollgate.finding.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Somebody's password: from a file, from standard input or from the environment, never from an argument. */
public final class Password {

    private static final String VARIABLE = "TOLLGATE_PASSWORD";
    private static final int LONGEST = 4096;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "A file with the password of --user; - is standard input. Default: $$" + VARIABLE + ".")
    private Optional<Path> file = Optional.empty();

    private Optional<String> known = Optional.empty();

    public boolean isGiven() {
        return file.isPresent();
    }

    /** The password, read where it is first asked for: standard input has it once. */
    public String read(Terminal terminal) {
        if (known.isEmpty()) {
            known = Optional.of(readOnce(terminal));
        }
        return known.get();
    }

    private String readOnce(Terminal terminal) {
        String password = file.isPresent()
                ? fromFile(terminal, file.get())
                : terminal.environment().getOrDefault(VARIABLE, "");
        if (password.isEmpty()) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "the password is missing",
                    "set `" + VARIABLE + "`, or name a file with `--password-file`, `-` for standard input");
        }
        return password;
    }

    private static String fromFile(Terminal terminal, Path file) {
        try {
            byte[] bytes = file.toString().equals("-") ? terminal.in().readNBytes(LONGEST) : Files.readAllBytes(file);
            return new String(bytes, StandardCharsets.UTF_8).replaceFirst("\\r?\\n$", "");
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot read the password from `" + file + "`",
                    "check its path and permissions",
                    e);
        }
    }
}
