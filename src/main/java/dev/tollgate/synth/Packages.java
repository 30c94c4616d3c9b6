package dev.tollgate.synth;

import dev.tollgate.finding.UserError;
import dev.tollgate.model.LambdaFunction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Zips functions' sources, byte for byte the same on any machine: sorted, one fixed time, stored uncompressed so that
 * no zlib version shows. What only development needs stays out: tests, caches, hidden files, and README files.
 */
final class Packages {

    /** Folders that never belong to a function. */
    private static final Set<String> LEFT_OUT_FOLDERS = Set.of("tests", "test", "__tests__", "__pycache__");

    /**
     * Not the first moment that a zip can hold: for that one the JDK writes a second time, which depends on the
     * machine's time zone.
     */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final Path project;
    private final Path stackFolder;

    Packages(Path project, Path stackFolder) {
        this.project = project;
        this.stackFolder = stackFolder;
    }

    /** A zip: its path in the stack's folder, and its digest as Terraform compares it. */
    record Zip(String file, String sha256) {}

    /** Writes the zip of {@code function}. */
    Zip of(LambdaFunction.Packaged function) {
        String file = "functions/" + function.id() + ".zip";
        try {
            byte[] zip = zip(project.resolve(function.source()));
            Path target = stackFolder.resolve(file);
            Files.createDirectories(stackFolder.resolve("functions"));
            Files.write(target, zip);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(zip);
            return new Zip(file, Base64.getEncoder().encodeToString(digest));
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot package `" + function.source() + "`: " + e.getMessage(),
                    "check the function's `source`",
                    e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] zip(Path source) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(source)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> belongs(source.relativize(file)))
                    .sorted((a, b) -> name(source, a).compareTo(name(source, b)))
                    .toList();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Path file : files) {
                add(zip, name(source, file), Files.readAllBytes(file));
            }
        }
        return bytes.toByteArray();
    }

    private static String name(Path source, Path file) {
        return source.relativize(file).toString().replace('\\', '/');
    }

    private static boolean belongs(Path file) {
        for (Path part : file) {
            String name = part.toString();
            if (name.startsWith(".") || LEFT_OUT_FOLDERS.contains(name) || name.equals("README.md")) {
                return false;
            }
        }
        return true;
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
