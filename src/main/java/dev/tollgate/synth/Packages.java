package dev.tollgate.synth;

import dev.tollgate.finding.UserError;
import dev.tollgate.model.Packed;
import dev.tollgate.packaging.PackageContents;
import dev.tollgate.packaging.PackagesReadOnce;
import dev.tollgate.packaging.Unpackable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Writes the packages of functions and layers beside the stack, and notes in its record what they hold. */
final class Packages {

    private final PackagesReadOnce packages;
    private final WrittenZips zips;
    private final Path stackFolder;
    private final StackRecord record;

    Packages(PackagesReadOnce packages, WrittenZips zips, Path stackFolder, StackRecord record) {
        this.packages = packages;
        this.zips = zips;
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
        Noted noted = noted(packed).orElseThrow(() -> unpackaged(packed, new IOException("it is not there")));
        String file = StackRecord.PACKAGES + "/" + packed.zip();
        try {
            return new Zip(file, zips.write(noted.contents(), noted.identity(), stackFolder.resolve(file)));
        } catch (IOException e) {
            throw unpackaged(packed, e);
        }
    }

    /** What a package holds, and what tells it from others. */
    record Noted(PackageContents contents, String identity) {}

    /**
     * What the package of {@code packed} holds, noted in the stack's record: nothing else goes into its zip. Empty
     * where its code is not there, or not built.
     */
    Optional<Noted> noted(Packed packed) {
        try {
            Optional<PackageContents> contents = packages.of(packed.code());
            if (contents.isEmpty()) {
                return Optional.empty();
            }
            if (!contents.get().refused().isEmpty()) {
                Unpackable first = contents.get().refused().get(0);
                throw new IOException("`" + first.path() + "` " + first.why());
            }
            String identity = packages.identity(packed.code(), contents.get());
            record.input("package", packed.zip(), identity.getBytes(StandardCharsets.UTF_8));
            return Optional.of(new Noted(contents.get(), identity));
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
