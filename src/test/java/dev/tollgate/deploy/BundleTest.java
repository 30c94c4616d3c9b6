package dev.tollgate.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.archive.Sha256;
import dev.tollgate.finding.UserError;
import dev.tollgate.testing.Zip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was reviewed, in one file: whole, private, and the same bytes for the same plan. */
class BundleTest {

    private static final PlanInputs INPUTS = new PlanInputs(
            new TreeMap<>(Map.of("cdk.tf.json", "aa", "functions/books.zip", "bb")),
            List.of(new PlanInputs.VarFile("environments/dev.tfvars", "cc")),
            new TreeMap<>(Map.of("Terraform", "1.11.4", "Tollgate", "0.1.0")),
            new TreeMap<>(Map.of("registry.terraform.io/hashicorp/aws", "5.100.0")),
            new StateVersion("lineage", 3));

    private static final Bundle BUNDLE = Bundle.of(
                    "dev",
                    PlanMode.NORMAL,
                    true,
                    bytes("{\"format_version\":\"1.2\"}"),
                    "# lock\n",
                    INPUTS,
                    new TreeMap<>())
            .reviewed(bytes("{}"));

    @TempDir
    private Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void readsWhatItWrote() {
        Path file = folder.resolve("plans/dev.tollgate-plan");

        BUNDLE.write(file);
        Bundle read = Bundle.read(file);

        assertThat(read.manifest()).isEqualTo(BUNDLE.manifest());
        assertThat(read.json()).isEqualTo(BUNDLE.json());
        assertThat(read.lockFile()).isEqualTo("# lock\n");
        assertThat(read.review()).isEqualTo(BUNDLE.review());
    }

    @Test
    void writesTheSameBytesForItsOwnerAlone() throws IOException {
        Path file = folder.resolve("dev.tollgate-plan");
        Files.writeString(file, "what was there before, for all to read");
        BUNDLE.write(file);
        BUNDLE.write(folder.resolve("again"));

        assertThat(folder.resolve("again")).hasSameBinaryContentAs(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void keepsWhatWasAcknowledgedSorted() {
        Path file = folder.resolve("dev.tollgate-plan");
        Acknowledgement pool = new Acknowledgement("aws_cognito_user_pool.users", "nobody is in it yet");
        Acknowledgement client = new Acknowledgement("aws_cognito_user_pool_client.till", "rotated on purpose");

        BUNDLE.with(List.of(client, pool)).write(file);

        assertThat(Bundle.read(file).manifest().acknowledgements()).containsExactly(pool, client);
        assertThat(Bundle.read(file).digest()).isNotEqualTo(BUNDLE.digest());
    }

    @Test
    void hasTheDigestOfItsFile() throws IOException {
        Path file = folder.resolve("dev.tollgate-plan");
        BUNDLE.write(file);

        assertThat(Bundle.read(file).digest())
                .isEqualTo(BUNDLE.digest())
                .isEqualTo(Sha256.of(file))
                .matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "manifest.json      | {\"format\": 1}      | has format 1, this Tollgate reads 2",
                "manifest.json      | {\"format\": 2}      | manifest cannot be read",
                "manifest.json      | [                    | manifest cannot be read",
                "plan.tfplan        | what was a plan once | it is not as `tollgate plan` writes one",
            })
    void refusesWhatDoesNotFitTogether(String part, String content, String said) throws IOException {
        Path file = folder.resolve("dev.tollgate-plan");
        BUNDLE.write(file);
        Map<String, byte[]> parts = Zip.read(file);
        parts.put(part, bytes(content));
        Zip.forge(file, parts);

        assertThatThrownBy(() -> Bundle.read(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource({"manifest.json", "plan.json", "review.json", "terraform.lock.hcl"})
    void refusesABundleWithoutAPart(String part) throws IOException {
        Path file = folder.resolve("dev.tollgate-plan");
        BUNDLE.write(file);
        Map<String, byte[]> parts = Zip.read(file);
        parts.remove(part);
        Zip.forge(file, parts);

        assertThatThrownBy(() -> Bundle.read(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("it has no `" + part + "`");
    }

    @Test
    void refusesWhatIsNoZip() throws IOException {
        Path file = Files.writeString(folder.resolve("dev.tollgate-plan"), "no zip");

        assertThatThrownBy(() -> Bundle.read(file)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> Bundle.read(folder.resolve("nothing")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("cannot read the bundle");
    }

    @Test
    void refusesAnEntryWithoutAProperName() throws IOException {
        Path file = folder.resolve("dev.tollgate-plan");
        Zip.write(file, Map.of("manifestX.json", bytes("{}")));
        byte[] zip = Files.readAllBytes(file);
        for (int at = 0; at < zip.length; at++) {
            if (zip[at] == 'X') {
                zip[at] = (byte) 0xff;
            }
        }
        Files.write(file, zip);

        assertThatThrownBy(() -> Bundle.read(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("it has an entry without a proper name");
    }

    /** A megabyte that unpacks to more than Java has room for. */
    @Test
    void refusesABomb() throws IOException {
        Path file = folder.resolve("dev.tollgate-plan");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            byte[] zeros = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 300; megabyte++) {
                zip.write(zeros);
            }
        }

        assertThatThrownBy(() -> Bundle.read(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("what is in it is larger than any plan");
    }
}
