package dev.tollgate.synth;

import dev.tollgate.archive.Sha256;
import dev.tollgate.archive.StoredZip;
import dev.tollgate.finding.UserError;
import dev.tollgate.model.LambdaFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Zips functions' sources, sorted by name. What only development needs stays out: tests, caches, hidden files, and
 * README files.
 */
final class Packages {

    /** Folders that never belong to a function. */
    private static final Set<String> LEFT_OUT_FOLDERS = Set.of("tests", "test", "__tests__", "__pycache__");

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
        try (StoredZip zip = new StoredZip()) {
            for (Path file : files) {
                zip.add(name(source, file), Files.readAllBytes(file));
            }
            return zip.bytes();
        }
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
}
