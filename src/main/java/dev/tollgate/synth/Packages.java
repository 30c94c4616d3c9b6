package dev.tollgate.synth;

import dev.tollgate.archive.Sha256;
import dev.tollgate.finding.UserError;
import dev.tollgate.model.Packed;
import dev.tollgate.packaging.FunctionPackages;
import dev.tollgate.packaging.PackageContents;
import dev.tollgate.packaging.Unpackable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Writes the packages of functions and layers beside the stack, and notes in its record what they hold. */
final class Packages {

    private final Path project;
    private final Path stackFolder;
    private final StackRecord record;

    Packages(Path project, Path stackFolder, StackRecord record) {
        this.project = project;
        this.stackFolder = stackFolder;
        this.record = record;
    }

    /** A zip: its path in the stack's folder, and its digest as Terraform compares it. */
    record Zip(String file, String sha256) {

        /** Its path, as Terraform finds it. */
        String path() {
            return "${path.module}/" + file;
        }

        /** The digest as a name. */
        String digest() {
            return HexFormat.of().formatHex(Base64.getDecoder().decode(sha256));
        }
    }

    /** Writes the zip of {@code packed}. */
    Zip of(Packed packed) {
        PackageContents contents =
                noted(packed).orElseThrow(() -> unpackaged(packed, new IOException("it is not there")));
        String file = StackRecord.PACKAGES + "/" + packed.zip();
        MessageDigest digest = Sha256.algorithm();
        try {
            Files.createDirectories(stackFolder.resolve(StackRecord.PACKAGES));
            try (OutputStream out = new BufferedOutputStream(
                    new DigestOutputStream(Files.newOutputStream(stackFolder.resolve(file)), digest))) {
                contents.writeTo(out);
            }
        } catch (IOException e) {
            throw unpackaged(packed, e);
        }
        return new Zip(file, Base64.getEncoder().encodeToString(digest.digest()));
    }

    /**
     * What the package of {@code packed} holds, noted in the stack's record: nothing else goes into its zip. Empty
     * where its code is not there, or not built.
     */
    Optional<PackageContents> noted(Packed packed) {
        try {
            Optional<PackageContents> contents = new FunctionPackages(project).of(packed.code());
            if (contents.isEmpty()) {
                return contents;
            }
            if (!contents.get().refused().isEmpty()) {
                Unpackable first = contents.get().refused().get(0);
                throw new IOException("`" + first.path() + "` " + first.why());
            }
            record.input("package", packed.zip(), contents.get().identity().getBytes(StandardCharsets.UTF_8));
            return contents;
        } catch (IOException | UncheckedIOException e) {
            throw unpackaged(packed, e);
        }
    }

    private static UserError unpackaged(Packed packed, Exception cause) {
        return new UserError(
                UserError.Exit.ENVIRONMENT,
                "cannot package `" + packed.code().path() + "`: " + cause.getMessage(),
                "check the `source` or `package` of " + packed.title(),
                cause);
    }
}
