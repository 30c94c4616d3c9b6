package dev.tollgate.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.finding.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The certificate of {@code serve --tls}; that clients take it is seen in the tests of these. */
class LocalCertificateTest {

    private static final Clock NOW = Clock.systemUTC();

    @TempDir
    private Path folder;

    private static X509Certificate read(Path pem) throws Exception {
        try (InputStream stream = Files.newInputStream(pem)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(stream);
        }
    }

    private static List<String> names(X509Certificate certificate) throws Exception {
        return certificate.getSubjectAlternativeNames().stream()
                .map(name -> String.valueOf(name.get(1)))
                .toList();
    }

    @Test
    void isForThisMachineAndSignsNothingElse() throws Exception {
        X509Certificate certificate =
                read(LocalCertificate.in(folder, "127.0.0.1", NOW).pem());

        assertThat(names(certificate)).containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(certificate.getBasicConstraints()).as("no authority").isEqualTo(-1);
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        certificate.verify(certificate.getPublicKey());
    }

    @Test
    void staysWhileItIsGood() throws Exception {
        X509Certificate first =
                read(LocalCertificate.in(folder, "127.0.0.1", NOW).pem());

        assertThat(read(LocalCertificate.in(folder, "localhost", NOW).pem())).isEqualTo(first);
        X509Certificate wider =
                read(LocalCertificate.in(folder, "192.168.7.7", NOW).pem());
        assertThat(names(wider)).contains("192.168.7.7");
        Clock later = Clock.offset(NOW, Duration.ofDays(366));
        assertThat(read(LocalCertificate.in(folder, "127.0.0.1", later).pem())).isNotEqualTo(wider);
    }

    @Test
    void keepsItsKeyForItsOwner() throws Exception {
        LocalCertificate.in(folder, "127.0.0.1", NOW);

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("serve.p12", "serve.pem");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("serve.p12"))))
                .isEqualTo("rw-------");
    }

    @Test
    void saysWhichFileItCannotRead() throws IOException {
        Files.writeString(folder.resolve("serve.p12"), "nothing of the kind");

        assertThatThrownBy(() -> LocalCertificate.in(folder, "127.0.0.1", NOW))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.hint()).contains("remove `serve.p12`"));
    }
}
