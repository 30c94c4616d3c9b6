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

    @Test
    void emitsWhatEachKindOfFunctionHas() throws IOException {
        Folder project = project();
        project.write("dist/p/bootstrap", "#!/bin/sh\n");
        assertThat(project.resolve("dist/p/bootstrap").toFile().setExecutable(true))
                .isTrue();
        project.replace("environments/a.tfvars", "functions = {", """
                functions = {
                  program = { package = "dist/p", runtime = "provided.al2023", architecture = "arm64" }
                  image = { image = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/app@sha256:DIGEST" }
                """.replace("DIGEST", "0a".repeat(32)));
        project.replace("environments/a.tfvars", "routes = {", """
                routes = {
                  "GET /program" = { function = "program", scopes = ["api/all"] }
                  "GET /image" = { function = "image", scopes = ["api/all"] }
                """);
        Synthesis.of(temp, temp.resolve("out"));

        JsonNode stack = Synthesis.json(temp.resolve("out/stacks/a/cdk.tf.json"));
        JsonNode functions = stack.at("/resource/aws_lambda_function");
        assertThat(functions.at("/program/handler").asText())
                .isEqualTo("${coalesce(var.functions[\"program\"].handler, \"bootstrap\")}");
        assertThat(functions.at("/image/package_type").asText()).isEqualTo("Image");
        assertThat(functions.at("/image/image_uri").asText()).isEqualTo("${var.functions[\"image\"].image}");
        for (String key : List.of("handler", "runtime", "layers", "filename", "source_code_hash")) {
            assertThat(functions.path("image").has(key)).as(key).isFalse();
        }
        assertThat(stack.at("/terraform/required_providers/aws/version").asText())
                .isEqualTo(">= 5.23, < 7");
    }

    @Test
    void asksForAProviderThatKnowsTheRuntime() throws IOException {
        Folder project = project();
        project.replace("environments/a.tfvars", "python3.12", "python3.14");
        Synthesis.of(temp, temp.resolve("out"));

        assertThat(Synthesis.json(temp.resolve("out/stacks/a/cdk.tf.json"))
                        .at("/terraform/required_providers/aws/version")
                        .asText())
                .isEqualTo(">= 6.21, < 7");
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
