package dev.tollgate.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.schema.EnvironmentSchema;
import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the emitted JSON promises. */
class EmissionTest {

    private static final String HOSTILE = """
            name = "hostile"
            region = "eu-west-1"
            api_type = "rest"
            access_log = { account_role = false }
            user_pool = { domain_prefix = "hostile" }
            resource_servers = { "a$${b}" = { scopes = { "r%%{if}" = "Read" } } }
            clients = { c = { oauth_flows = ["client_credentials"], scopes = ["a$${b}/r%%{if}"] } }
            functions = {
              f = { source = "src/f", handler = "index.handler", runtime = "nodejs22.x", tables = ["Items"],
                    policy = [{ actions = ["s3:GetObject"], resources = ["arn:aws:s3:::bucket/$${aws:username}/*"] }] }
            }
            tables = { Items = { hash_key = "k$${x}", items = "items.json" } }
            routes = { "GET /a,b/{id}" = { function = "f", scopes = ["a$${b}/r%%{if}"] } }
            state = { bucket = "states", key = "hostile/$${terraform.workspace}.tfstate", region = "eu-west-1" }
            """;

    @TempDir
    private Path project;

    static List<String> environments() {
        return Synthesis.project().stream().map(made -> made.environment().id()).toList();
    }

    private JsonNode synthesized(String text) throws IOException {
        Files.createDirectories(project.resolve("environments"));
        Files.createDirectories(project.resolve("src/f/tests"));
        Files.createDirectories(project.resolve("src/f/lib"));
        Files.writeString(project.resolve("src/f/index.mjs"), "export const handler = async () => ({});\n");
        Files.writeString(project.resolve("src/f/lib/more.mjs"), "export {};\n");
        Files.writeString(project.resolve("src/f/tests/index.test.mjs"), "");
        Files.createDirectories(project.resolve("src/f/lib/__pycache__"));
        Files.writeString(project.resolve("src/f/lib/__pycache__/app.cpython-312.pyc"), "cached");
        Files.createDirectories(project.resolve("src/f/.git"));
        Files.writeString(project.resolve("src/f/.git/config"), "hidden");
        Files.writeString(project.resolve("src/f/.secret"), "hidden");
        Files.writeString(project.resolve("src/f/README.md"), "# F\n");
        Files.writeString(project.resolve("items.json"), """
                [{"k${x}": "Ünï", "year": -700, "price": 7.99, "big": 12345678901234567890, "tags": ["a", 1, null], "more": {"yes": true}}]
                """);
        Files.writeString(project.resolve("environments/hostile.tfvars"), text);
        Synthesis.of(project, project.resolve("out"));
        return Synthesis.json(project.resolve("out/stacks/hostile/cdk.tf.json"));
    }

    @Test
    void asksForASecondFactorOnlyWhereOneIsWanted() throws IOException {
        JsonNode without = synthesized(HOSTILE).at("/resource/aws_cognito_user_pool/users");
        JsonNode with = synthesized(HOSTILE.replace(
                        "domain_prefix = \"hostile\"", "domain_prefix = \"hostile\", mfa = \"OPTIONAL\""))
                .at("/resource/aws_cognito_user_pool/users");

        assertThat(without.path("mfa_configuration").asText()).isEqualTo("OFF");
        assertThat(without.has("software_token_mfa_configuration")).isFalse();
        assertThat(with.path("mfa_configuration").asText()).isEqualTo("OPTIONAL");
        assertThat(with.at("/software_token_mfa_configuration/enabled").asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("environments")
    void declaresEveryKeyAsATypedVariableWithADefault(String environment) {
        JsonNode variables = Synthesis.stack(environment).path("variable");

        List<String> expected = new ArrayList<>(EnvironmentSchema.ROOT.attributes().stream()
                .map(attribute -> attribute.name())
                .toList());
        if (environment.equals("shop")) {
            // Google's secret, which no file has.
            expected.add("google_secret");
        }
        assertThat(variables.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(expected);
        EnvironmentSchema.ROOT.attributes().forEach(attribute -> {
            JsonNode variable = variables.path(attribute.name());
            assertThat(variable.path("type").asText())
                    .isEqualTo(attribute.type().expression());
            assertThat(variable.path("description").asText()).isEqualTo(attribute.description());
            // One character beyond Latin-1, and Java keeps the text of every stack in twice the room.
            assertThat(variable.path("description")
                            + variable.path("validation").toString())
                    .as(attribute.name())
                    .matches("[\\x00-\\xff]*");
            assertThat(variable.has("default")).as(attribute.name()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("environments")
    void needsNothingButTheAwsProviderAndNamesNoMachine(String environment) throws IOException {
        JsonNode stack = Synthesis.stack(environment);

        assertThat(stack.at("/terraform/required_providers").fieldNames())
                .toIterable()
                .containsExactly("aws");
        assertThat(stack.at("/terraform/required_providers/aws/source").asText())
                .isEqualTo("hashicorp/aws");
        assertThat(stack.at("/terraform/required_providers/aws/version").asText())
                .isEqualTo(environment.equals("shop") ? ">= 5.100, < 7" : ">= 5.23, < 7");
        assertThat(stack.at("/terraform/backend/local/path").asText())
                .isEqualTo("../../../terraform." + environment + ".tfstate");
        assertThat(stack.toString())
                .doesNotContain(Path.of("").toAbsolutePath().toString())
                .doesNotContain(System.getProperty("user.home") + "/")
                .doesNotContain("TfToken")
                .doesNotContain(String.valueOf(Year.now(ZoneOffset.UTC)))
                .doesNotContain(".synth-")
                .doesNotContain("uniqueId");
        stack.findParents("//").forEach(parent -> assertThat(parent).isSameAs(stack));
    }

    @Test
    void keepsStateInS3EncryptedAndLocked() throws IOException {
        JsonNode s3 = synthesized(HOSTILE).at("/terraform/backend/s3");

        assertThat(s3.path("encrypt").asBoolean()).isTrue();
        assertThat(s3.path("use_lockfile").asBoolean()).isTrue();
        assertThat(s3.path("bucket").asText()).isEqualTo("states");
    }

    @Test
    void locksStateInATableForAnOlderTerraform() throws IOException {
        JsonNode s3 = synthesized(
                        HOSTILE.replace(
                                "region = \"eu-west-1\" }\n",
                                "region = \"eu-west-1\", use_lockfile = false, dynamodb_table = \"locks\", kms_key_id = \"alias/states\" }\n"))
                .at("/terraform/backend/s3");

        assertThat(s3.path("encrypt").asBoolean()).isTrue();
        assertThat(s3.has("use_lockfile")).isFalse();
        assertThat(s3.path("dynamodb_table").asText()).isEqualTo("locks");
        assertThat(s3.path("kms_key_id").asText()).isEqualTo("alias/states");
    }

    @Test
    void neverLetsWhatTheUserWroteBecomeATemplate() throws IOException {
        JsonNode stack = synthesized(HOSTILE);
        JsonNode resources = stack.path("resource");

        assertThat(resources
                        .at("/aws_api_gateway_method/get_a_b_param/authorization_scopes/0")
                        .asText())
                .isEqualTo("a$${b}/r%%{if}");
        assertThat(resources.at("/aws_cognito_resource_server/a_b/identifier").asText())
                .isEqualTo("a$${b}");
        assertThat(resources
                        .at("/aws_cognito_resource_server/a_b/scope/0/scope_name")
                        .asText())
                .isEqualTo("r%%{if}");
        assertThat(resources.at("/aws_dynamodb_table/items/hash_key").asText()).isEqualTo("k$${x}");
        assertThat(resources.at("/aws_iam_role_policy/f/policy").asText())
                .contains("arn:aws:s3:::bucket/$${aws:username}/*")
                .contains("${aws_dynamodb_table.items.arn}");
        assertThat(stack.at("/terraform/backend/s3/key").asText()).contains("$${terraform.workspace}");
        assertThat(resources.at("/aws_api_gateway_resource/a_b/path_part").asText())
                .isEqualTo("a,b");
    }

    @Test
    void seedsItemsWithTheTypesTheyHave() throws IOException {
        JsonNode items = synthesized(HOSTILE).at("/resource/aws_dynamodb_table_item");
        String item = items.elements().next().path("item").asText().replace("$${", "${");

        assertThat(new ObjectMapper().readTree(item)).isEqualTo(new ObjectMapper().readTree("""
                {"k${x}": {"S": "Ünï"}, "year": {"N": "-700"}, "price": {"N": "7.99"}, "big": {"N": "12345678901234567890"},
                 "tags": {"L": [{"S": "a"}, {"N": "1"}, {"NULL": true}]}, "more": {"M": {"yes": {"BOOL": true}}}}
                """));
    }

    @Test
    void packagesAFunctionWithAllThatItMayRead() throws IOException {
        synthesized(HOSTILE);
        Set<String> names = new TreeSet<>();
        try (ZipFile zip = new ZipFile(
                project.resolve("out/stacks/hostile/functions/f.zip").toFile())) {
            zip.stream().forEach(entry -> names.add(entry.getName()));
        }

        assertThat(names).containsExactly(".secret", "README.md", "index.mjs", "lib/more.mjs", "tests/index.test.mjs");
    }

    @Test
    void packagesTheSameBytesWhateverTheDiskSaysOfTheFiles() throws IOException {
        JsonNode before = synthesized(HOSTILE);
        byte[] zip = Files.readAllBytes(project.resolve("out/stacks/hostile/functions/f.zip"));
        Files.setLastModifiedTime(project.resolve("src/f/index.mjs"), FileTime.fromMillis(1_000_000_000_000L));
        Files.setPosixFilePermissions(
                project.resolve("src/f/lib/more.mjs"), PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.writeString(project.resolve("src/f/lib/__pycache__/app.cpython-312.pyc"), "cached again");

        Synthesis.of(project, project.resolve("out"));

        assertThat(Files.readAllBytes(project.resolve("out/stacks/hostile/functions/f.zip")))
                .isEqualTo(zip);
        assertThat(Synthesis.json(project.resolve("out/stacks/hostile/cdk.tf.json")))
                .isEqualTo(before);
    }

    @Test
    void saysToTerraformWhenAPackageChanged() throws IOException {
        JsonNode before = synthesized(HOSTILE);
        Files.writeString(project.resolve("src/f/lib/more.mjs"), "export const more = 1;\n");

        Synthesis.of(project, project.resolve("out"));

        String hash = "/resource/aws_lambda_function/f/source_code_hash";
        assertThat(Synthesis.json(project.resolve("out/stacks/hostile/cdk.tf.json"))
                        .at(hash)
                        .asText())
                .isNotEmpty()
                .isNotEqualTo(before.at(hash).asText());
    }

    @Test
    void removesThePackageOfAFunctionThatIsGone() throws IOException {
        synthesized(HOSTILE);
        synthesized(HOSTILE.replace(" f = { source", " g = { source").replace("function = \"f\"", "function = \"g\""));

        assertThat(project.resolve("out/stacks/hostile/functions").toFile().list())
                .containsExactly("g.zip");
    }
}
