package dev.tollgate.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.archive.Sha256;
import dev.tollgate.pipeline.Pipeline;
import dev.tollgate.testing.Folder;
import dev.tollgate.testing.Synthesis;
import dev.tollgate.testing.Zip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a function's {@code package} names, in the stack. */
class ReadyPackageTest {

    private static final byte[] HANDLER = "def handler(event, context): pass\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path temp;

    @Test
    void takesAZipAsItIsAndPacksAFolder() throws IOException {
        Folder project = project();
        Synthesis.of(temp, temp.resolve("out"));

        Path stack = temp.resolve("out/stacks/a");
        JsonNode functions = new ObjectMapper()
                .readTree(stack.resolve("cdk.tf.json").toFile())
                .path("resource")
                .path("aws_lambda_function");
        byte[] zip = Files.readAllBytes(project.resolve("dist/f.zip"));
        assertThat(stack.resolve("functions/f.zip")).hasBinaryContent(zip);
        assertThat(functions.path("f").path("source_code_hash").asText())
                .isEqualTo(Base64.getEncoder().encodeToString(Sha256.algorithm().digest(zip)));
        assertThat(Zip.read(stack.resolve("functions/g.zip"))).containsOnlyKeys("app.py");
        assertThat(functions.path("g").path("filename").asText()).isEqualTo("${path.module}/functions/g.zip");
    }

    @Test
    void makesTheStackAgainWhenTheZipIsAnother() throws IOException {
        Folder project = project();
        Synthesis.of(temp, temp.resolve("out"));
        Pipeline pipeline = new Pipeline(temp, LocalDate.of(2026, 11, 21));
        assertThat(pipeline.upToDate(pipeline.validate(List.of("a")), temp.resolve("out")))
                .hasSize(1);

        Zip.write(project.resolve("dist/f.zip"), Map.of("app.py", HANDLER, "more.py", HANDLER));

        assertThat(pipeline.upToDate(pipeline.validate(List.of("a")), temp.resolve("out")))
                .isEmpty();
    }

    private Folder project() throws IOException {
        Folder project = new Folder(temp);
        project.write("environments/a.tfvars", """
                name = "a"
                region = "eu-west-1"
                api_type = "http"
                user_pool = { domain_prefix = "a" }
                resource_servers = { api = { scopes = { all = "All" } } }
                clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["api/all"] } }
                functions = {
                  f = { package = "dist/f.zip", handler = "app.handler", runtime = "python3.12" }
                  g = { package = "dist/g", handler = "app.handler", runtime = "python3.12" }
                }
                routes = {
                  "GET /f" = { function = "f", scopes = ["api/all"] }
                  "GET /g" = { function = "g", scopes = ["api/all"] }
                }
                """);
        project.write("dist/g/app.py", new String(HANDLER, StandardCharsets.UTF_8));
        Zip.write(project.resolve("dist/f.zip"), Map.of("app.py", HANDLER));
        return project;
    }
}
