package dev.tollgate.synth;

import dev.tollgate.finding.UserError;
import dev.tollgate.model.LambdaFunction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private final StackRecord record;

    Packages(Path project, Path stackFolder, StackRecord record) {
        this.project = project;
        this.stackFolder = stackFolder;
        this.record = record;
    }

    /** A zip: its path in the stack's folder, and its digest as Terraform compares it. */
    record Zip(String file, String sha256) {}

    /** Writes the zip of {@code function}. */
    Zip of(LambdaFunction.Packaged function) {
        String file = StackRecord.PACKAGES + "/" + function.id() + ".zip";
        byte[] zip = zip(function);
        try {
            Files.createDirectories(stackFolder.resolve(StackRecord.PACKAGES));
            Files.write(stackFolder.resolve(file), zip);
        } catch (IOException e) {
            throw unpackaged(function, e);
        }
        return new Zip(
                file, Base64.getEncoder().encodeToString(Sha256.algorithm().digest(zip)));
    }

    /** The bytes of the zip of {@code function}, noted in the stack's record: they are all that its source comes to. */
    byte[] zip(LambdaFunction.Packaged function) {
        try {
            byte[] zip = zip(project.resolve(function.source()));
            record.input("package", function.id(), zip);
            return zip;
        } catch (IOException | UncheckedIOException e) {
            throw unpackaged(function, e);
        }
    }

    private static UserError unpackaged(LambdaFunction.Packaged function, Exception cause) {
        return new UserError(
                UserError.Exit.ENVIRONMENT,
                "cannot package `" + function.source() + "`: " + cause.getMessage(),
                "check the function's `source`",
                cause);
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
