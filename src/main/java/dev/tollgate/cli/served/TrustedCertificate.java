package dev.tollgate.cli.served;

import dev.tollgate.finding.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import picocli.CommandLine.Option;

/** Whose certificate a server has to show: one that an authority of this machine's signed, or one that is named. */
public final class TrustedCertificate {

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description =
                    "Trust the certificates in this PEM file and no others: of `serve --tls`, the path that it prints.")
    private Optional<Path> file = Optional.empty();

    SSLContext context() {
        try {
            return file.isPresent() ? trusting(file.get()) : SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }

    private static SSLContext trusting(Path file) {
        try (InputStream text = Files.newInputStream(file)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(text);
            if (certificates.isEmpty()) {
                throw new IOException("there is no certificate in it");
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int count = 0;
            for (Certificate certificate : certificates) {
                store.setCertificateEntry("trusted-" + count++, certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "`--ca " + file + "` is not a file of PEM certificates: " + e.getMessage(),
                    "name the path that `tollgate serve --tls` prints",
                    e);
        }
    }
}
