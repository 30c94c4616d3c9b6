package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.docs.OwnTerraformPage;
import dev.tollgate.testing.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The recipes of {@code docs/own-terraform.md}, all of one kind of API beside one stack, as Terraform plans them. */
class OwnTerraformRecipesTest {

    private static final Path OWN = Path.of("src", "test", "resources", "own");
    private static final Pattern RESOURCE = Pattern.compile("^resource \"(\\w+)\" \"(\\w+)\"", Pattern.MULTILINE);
    private static final SortedMap<String, String> RECIPES = OwnTerraformPage.recipes();

    private static Emulator emulator;
    private static TempProject project;
    private static Folder files;

    @BeforeAll
    static void prepare() throws IOException {
        emulator = Emulator.startKnowing("aws_wafv2_web_acl");
        emulator.prepare(
                "--region", "eu-west-1", "--zone", "example.com", "--parameter", "/orders/auth/CognitoUserPoolId");
        project = TempProject.named("own-recipes");
        files = new Folder(project.folder());
        for (Map.Entry<String, String> recipe : RECIPES.entrySet()) {
            files.write(recipe.getKey(), recipe.getValue());
        }
    }

    @AfterAll
    static void end() {
        if (emulator != null) {
            emulator.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"rest, 25", "http, 9"})
    void arePlannedBesideAStack(String kind, int least) throws IOException {
        project.environment(kind, Files.readString(OWN.resolve(kind + ".tfvars")));
        Stack stack = new Stack(project.synthesized(kind).resolve(kind), emulator).init();

        ObjectNode planned = JsonNodeFactory.instance.objectNode();
        stack.planned()
                .path("resource_changes")
                .forEach(change -> planned.set(change.path("address").asText(), change.at("/change/after")));

        assertThat(declared(kind)).hasSizeGreaterThanOrEqualTo(least).allMatch(planned::has);
        if (kind.equals("rest")) {
            assertThat(planned.path("aws_lambda_function.api")
                            .at("/tracing_config/0/mode")
                            .asText())
                    .isEqualTo("Active");
            assertThat(planned.path("aws_api_gateway_method.get_orders")
                            .at("/api_key_required")
                            .asBoolean())
                    .isTrue();
        } else {
            assertThat(planned.path("aws_apigatewayv2_integration.api")
                            .at("/timeout_milliseconds")
                            .asInt())
                    .isEqualTo(5000);
        }
    }

    @Test
    void readAnotherStack() throws IOException {
        files.write("cdktf.out/stacks/orders/terraform.tfstate", """
                {"version": 4, "terraform_version": "1.11.4", "serial": 1, "lineage": "one", "resources": [],
                 "outputs": {"api_id": {"value": "a1b2c3", "type": "string"}}}
                """);
        files.write("other/provider.tf", "provider \"aws\" {\n  region = \"eu-west-1\"\n}\n");
        Stack other = new Stack(project.folder().resolve("other"), emulator).init();

        assertThat(other.changes()).isEqualTo(Map.of("aws_ssm_parameter.api", "create"));
    }

    @Test
    void areAllPlanned() {
        List<String> others = new ArrayList<>(RECIPES.keySet());
        others.removeIf(file -> file.startsWith("infra/rest/") || file.startsWith("infra/http/"));

        assertThat(others).containsExactly("other/main.tf");
    }

    private static SortedSet<String> declared(String kind) {
        SortedSet<String> declared = new TreeSet<>();
        RECIPES.forEach((file, text) -> {
            Matcher resource = RESOURCE.matcher(text);
            while (file.startsWith("infra/" + kind + "/") && resource.find()) {
                declared.add(resource.group(1) + "." + resource.group(2));
            }
        });
        return declared;
    }
}
