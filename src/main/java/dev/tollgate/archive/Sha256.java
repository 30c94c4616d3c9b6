package dev.tollgate.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest by which bytes are known again. */
public final class Sha256 {

    private static final int CHUNK = 1 << 16;

    private final MessageDigest digest = algorithm();

    /** The digest of {@code bytes}, in hexadecimal. */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(algorithm().digest(bytes));
    }

    /** The digest of what {@code file} holds, however large it is. */
    public static String of(Path file) throws IOException {
        Sha256 digest = new Sha256();
        digest.add(file);
        return digest.hex();
    }

    /** The algorithm itself, for who needs the digest in another form. */
    public static MessageDigest algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public void add(byte[] bytes) {
        digest.update(bytes);
    }

    public void add(Path file) throws IOException {
        byte[] chunk = new byte[(int) Math.min(CHUNK, Files.size(file) + 1)];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        }
    }

    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
