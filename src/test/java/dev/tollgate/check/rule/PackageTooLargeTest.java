package dev.tollgate.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.finding.Finding;
import dev.tollgate.pipeline.Judged;
import dev.tollgate.pipeline.Pipeline;
import dev.tollgate.testing.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 50 MB zipped: what compresses well may be larger, what does not may not. */
class PackageTooLargeTest {

    private static final String FILE = """
            name = "a"
            region = "eu-west-1"
            user_pool = { domain_prefix = "a" }
            resource_servers = { api = { scopes = { all = "All" } } }
            clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["api/all"] } }
            functions = { f = { source = "f", handler = "app.handler", runtime = "python3.12" } }
            api_type = "http"
            routes = { "GET /" = { function = "f", scopes = ["api/all"] } }
            """;

    @TempDir
    private Path temp;

    @Test
    void judgesTheZipAndNotWhatIsInIt() throws IOException {
        Folder project = new Folder(temp);
        project.write("environments/a.tfvars", FILE);
        project.write("f/app.py", "def handler(event, context): pass\n");
        Files.write(project.resolve("f/zeros"), new byte[70 << 20]);
        assertThat(tooLarge()).isEmpty();

        byte[] noise = new byte[51 << 20];
        new Random(1).nextBytes(noise);
        Files.write(project.resolve("f/noise"), noise);

        assertThat(tooLarge()).singleElement().satisfies(finding -> assertThat(finding.message())
                .isEqualTo("`f` is 51.1 MB zipped; Lambda takes at most 50 MB with a request, and more from S3"));

        project.write("environments/a.tfvars", FILE.replace("source = ", "package_bucket = \"a-packages\", source = "));

        assertThat(tooLarge()).isEmpty();
    }

    private List<Finding> tooLarge() {
        List<Judged> judged = new Pipeline(temp, LocalDate.of(2026, 11, 21)).validate(List.of("a"));
        return judged.stream()
                .flatMap(one -> one.findings().stream())
                .filter(finding -> finding.rule().equals("package-too-large"))
                .toList();
    }
}
