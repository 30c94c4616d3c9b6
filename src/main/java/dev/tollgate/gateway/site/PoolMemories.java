package dev.tollgate.gateway.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.signin.PoolMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What pools know, from one reading of the stack to the next, and in a folder where somebody keeps it. */
public final class PoolMemories {

    private final Optional<Path> folder;
    private final SortedMap<String, PoolMemory> known = new TreeMap<>();

    /** Keeps them in {@code folder}, a file each, or with this process. */
    public PoolMemories(Optional<Path> folder) {
        this.folder = folder;
    }

    synchronized PoolMemory of(String pool, Clock clock, SecureRandom random) {
        return known.computeIfAbsent(pool, id -> {
            try {
                return PoolMemory.of(read(id), memory -> write(id, memory), random, clock);
            } catch (IllegalArgumentException e) {
                throw unreadable(file(id).orElseThrow(), e);
            }
        });
    }

    private Optional<JsonNode> read(String pool) {
        Optional<Path> file = file(pool).filter(Files::isRegularFile);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ObjectMapper().readTree(file.get().toFile()));
        } catch (IOException e) {
            throw unreadable(file.get(), e);
        }
    }

    private static UserError unreadable(Path file, Exception e) {
        return new UserError(
                UserError.Exit.ENVIRONMENT,
                "cannot read `" + file + "`: it is not what `serve` kept",
                "remove it, and `serve` starts with the stack's users and new keys",
                e);
    }

    private Optional<Path> file(String pool) {
        return folder.map(path -> path.resolve(pool.replaceAll("[^A-Za-z0-9_-]", "_") + ".json"));
    }

    /** Passwords' verifiers, refresh tokens and keys: for the owner alone. */
    private synchronized void write(String pool, PoolMemory memory) {
        if (folder.isEmpty()) {
            return;
        }
        Path file = file(pool).orElseThrow();
        try {
            Files.createDirectories(folder.get());
            Path next = folder.get().resolve(file.getFileName() + ".next");
            Files.deleteIfExists(next);
            if (folder.get().getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(next, memory.written().toString());
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT, "cannot write `" + file + "`: " + e.getMessage(), "check `--keep`", e);
        }
    }
}
