package dev.tollgate.gateway.site;

import dev.tollgate.finding.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * A certificate for this machine and its key. The JDK's own keytool makes it, which every Java has: no library for it,
 * and no writer of certificates of our own. It signs no other certificate, so trusting it is trusting this server.
 */
public final class LocalCertificate {

    private static final String NAME = "serve";
    /** A key store has to have one; what protects the key is who may read the file. */
    private static final String PASSWORD = "see-who-may-read-the-file";

    private static final Duration LIFE = Duration.ofDays(365);

    private final KeyStore store;
    private final Path pem;

    private LocalCertificate(KeyStore store, Path pem) {
        this.store = store;
        this.pem = pem;
    }

    /**
     * The one that is kept in {@code folder} while it is good, or a new one, for {@code bind} and this machine's names.
     */
    public static LocalCertificate in(Path folder, String bind, Clock clock) throws InterruptedException {
        Path file = folder.resolve(NAME + ".p12");
        Path pem = folder.resolve(NAME + ".pem");
        try {
            if (!Files.isRegularFile(file) || !isGood(read(file), bind, clock)) {
                make(folder, file, bind);
            }
            KeyStore store = read(file);
            Files.writeString(pem, written(certificate(store)));
            return new LocalCertificate(store, pem.toAbsolutePath());
        } catch (IOException | GeneralSecurityException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot make or read the certificate in `" + folder + "`: " + e.getMessage(),
                    "check the folder, and remove `" + file.getFileName() + "` from it",
                    e);
        }
    }

    private static boolean isGood(KeyStore store, String bind, Clock clock) throws GeneralSecurityException {
        X509Certificate certificate = certificate(store);
        TreeSet<String> names = new TreeSet<>();
        certificate.getSubjectAlternativeNames().forEach(name -> names.add(String.valueOf(name.get(1))));
        return certificate.getNotAfter().toInstant().isAfter(clock.instant()) && names.containsAll(named(bind));
    }

    /** What a client may call this server, as a certificate has it. */
    private static List<String> named(String bind) {
        boolean usual =
                List.of("127.0.0.1", "localhost", "::1", "0.0.0.0", "::").contains(bind);
        return usual
                ? List.of("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1")
                : List.of("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", bind);
    }

    private static void make(Path folder, Path file, String bind) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        // A folder of its own, which nobody else may read, until the file has its own permissions.
        Path making = Files.createTempDirectory(folder, "making-");
        Path made = making.resolve(NAME + ".p12");
        try {
            Keytool.make(made, NAME, PASSWORD, LIFE, named(bind));
        } catch (IOException e) {
            Files.deleteIfExists(made);
            Files.delete(making);
            throw e;
        }
        if (making.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
        }
        Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(making);
    }

    private static KeyStore read(Path file) throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }

    private static X509Certificate certificate(KeyStore store) throws GeneralSecurityException {
        if (store.getCertificate(NAME) instanceof X509Certificate certificate) {
            return certificate;
        }
        throw new GeneralSecurityException("no certificate is called `" + NAME + "` there");
    }

    private static String written(X509Certificate certificate) throws GeneralSecurityException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
    }

    /** The certificate by itself, for whoever is to trust it. */
    public Path pem() {
        return pem;
    }

    SslContextFactory.Server tls() {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(store);
        tls.setKeyStorePassword(PASSWORD);
        return tls;
    }
}
