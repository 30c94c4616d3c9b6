package dev.tollgate.synth;

import dev.tollgate.archive.Sha256;
import dev.tollgate.packaging.Deflation;
import dev.tollgate.packaging.PackageContents;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Writes zips. What several environments have is compressed once, and copied for the others. */
final class WrittenZips {

    private final Map<String, Written> byIdentity = new HashMap<>();

    private final Deflation deflation = new Deflation();

    private record Written(Path file, String sha256) {}

    /**
     * Writes {@code contents}, which {@code identity} tells from others, to {@code file}; returns the zip's digest in
     * Base64.
     */
    String write(PackageContents contents, String identity, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Written before = byIdentity.get(identity);
        if (before != null) {
            Files.copy(before.file(), file);
            return before.sha256();
        }
        MessageDigest digest = Sha256.algorithm();
        try (OutputStream out = new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(file), digest))) {
            contents.writeTo(out, deflation);
        }
        String sha256 = Base64.getEncoder().encodeToString(digest.digest());
        byIdentity.put(identity, new Written(file, sha256));
        return sha256;
    }
}
