package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan says when an applied environment changes: no more and no less than what was changed. */
class ChangeTest {

    private static final Set<String> IDENTITY = Set.of(
            "aws_cognito_user_pool",
            "aws_cognito_user_pool_domain",
            "aws_cognito_resource_server",
            "aws_cognito_user_pool_client");

    /** Hostile where a user may write anything: nothing of it is a template, and all of it arrives. */
    private static final String SHOP = """
            name        = "shop"
            description = "costs $${5} %%%{ if } \\"quoted\\" <b>&amp; ünï\\ncode 🛒"
            region      = "eu-west-1"
            api_type    = "KIND"
            tags        = { note = "50 of a:b/c=d+e@f" }
            user_pool        = { domain_prefix = "shop-example" }
            resource_servers = { shop = { name = "Shop", scopes = { "re$ad" = "Read $${x}", write = "Write" } } }
            clients = {
              till = { oauth_flows = ["client_credentials"], scopes = ["shop/re$ad", "shop/write"] }
              web  = { oauth_flows = ["code"], scopes = ["openid", "shop/write"], callback_urls = ["https://shop.example.com/in"] }
            }
            functions = {
              echo = { source = "lambdas/echo", handler = "index.handler", runtime = "nodejs22.x",
                       environment = { GREETING = "a $${b} %%%{c} \\\\ <&>" } }
            }
            routes = {
              "GET /goods"      = { function = "echo", scopes = ["shop/re$ad"] }
              "POST /goods"     = { function = "echo", scopes = ["shop/write"] }
            }
            cors     = { allow_origins = ["https://shop.example.com"], allow_methods = ["GET", "POST"], allow_headers = ["Authorization"] }
            throttle = { rate = 10, burst = 5 }
            """.replace("%%%", "%%");

    private static final String OF_REST = "stage = \"v1\"\naccess_log = { account_role = true }\n";
    private static final String REST = SHOP.replace("KIND", "rest") + OF_REST;
    private static final String HTTP = SHOP.replace("KIND", "http");

    private static Emulator emulator;
    /** The second API has the same names, so it lives in an account of its own. */
    private static Emulator other;

    private static TempProject project;
    private static Stack rest;
    private static Stack http;

    @BeforeAll
    static void apply() {
        emulator = Emulator.start();
        other = Emulator.start();
        project = TempProject.named("change");
        project.environment("shop", REST);
        project.environment("shop-as-http", HTTP);
        project.environment("shop-as-none", identityOnly());
        project.environment("shop-with-route", withRoute(REST));
        project.environment("shop-as-http-with-route", withRoute(HTTP));
        project.environment(
                "shop-with-scope",
                REST.replace("scopes = [\"shop/re$ad\"] }\n  \"POST", "scopes = [\"shop/write\"] }\n  \"POST"));
        project.environment(
                "shop-with-cors",
                REST.replace("[\"https://shop.example.com\"], allow_m", "[\"https://www.example.com\"], allow_m"));
        Path stacks = project.synthesized();
        rest = new Stack(stacks.resolve("shop"), emulator).init();
        rest.apply(file("shop")).succeeded();
        http = new Stack(stacks.resolve("shop-as-http"), other).init();
        http.apply(file("shop-as-http")).succeeded();
    }

    @AfterAll
    static void end() {
        if (emulator != null) {
            emulator.close();
        }
        if (other != null) {
            other.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop-as-http", "shop-as-none"})
    void leavesTheIdentityAloneWhenTheKindChanges(String name) {
        SortedMap<String, String> changes = changesAs(name);

        assertThat(changes).isNotEmpty();
        assertThat(changes.keySet()).noneMatch(address -> IDENTITY.contains(address.replaceFirst("\\..*", "")));
    }

    @Test
    void changesOnlyTheNewRoutesResourcesAndTheDeploymentOfARestApi() {
        assertThat(changesAs("shop-with-route"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "aws_api_gateway_resource.goods_param", "create",
                        "aws_api_gateway_method.get_goods_param", "create",
                        "aws_api_gateway_integration.get_goods_param", "create",
                        "aws_api_gateway_method.options_goods_param", "create",
                        "aws_api_gateway_integration.options_goods_param", "create",
                        "aws_api_gateway_method_response.options_goods_param", "create",
                        "aws_api_gateway_integration_response.options_goods_param", "create",
                        "aws_lambda_permission.get_goods_param", "create",
                        "aws_api_gateway_deployment.api", "create,delete",
                        "aws_api_gateway_stage.api", "update"));
    }

    @Test
    void changesOnlyTheNewRoutesResourcesOfAnHttpApi() {
        Stack changed = copyOf("shop-as-http", "shop-as-http-with-route", other);

        assertThat(changed.changes(file("shop-as-http-with-route")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "aws_apigatewayv2_route.get_goods_param", "create",
                        "aws_lambda_permission.get_goods_param", "create"));
    }

    @ParameterizedTest
    @CsvSource({"shop-with-scope, routes", "shop-with-cors, cors"})
    void saysWhichPartOfTheDefinitionRedeploysTheApi(String name, String part) {
        JsonNode plan = copyOf("shop", name, emulator).planned(file(name));

        for (JsonNode resource : plan.path("resource_changes")) {
            if (resource.path("address").asText().equals("aws_api_gateway_deployment.api")) {
                JsonNode before = resource.at("/change/before/triggers");
                JsonNode after = resource.at("/change/after/triggers");
                Set<String> changed = new TreeSet<>();
                before.properties().forEach(trigger -> {
                    if (!trigger.getValue().equals(after.path(trigger.getKey()))) {
                        changed.add(trigger.getKey());
                    }
                });
                assertThat(changed).containsExactly(part);
                return;
            }
        }
        throw new AssertionError("no deployment in the plan");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "runtime = \"nodejs22.x\" | runtime = \"nodejs22.x\", memory_size = 512 | aws_lambda_function.echo",
                "runtime = \"nodejs22.x\" | runtime = \"nodejs22.x\", log_retention_days = 30 | aws_cloudwatch_log_group.echo",
                "rate = 10 | rate = 20 | aws_api_gateway_method_settings.all",
                "write = \"Write\" | write = \"Write goods\" | aws_cognito_resource_server.shop",
                "access_log = { | access_log = { retention_days = 90, | aws_cloudwatch_log_group.access_log aws_cloudwatch_log_group.execution_log",
                "scopes = [\"shop/re$ad\", | access_token_minutes = 5, scopes = [\"shop/re$ad\", | aws_cognito_user_pool_client.till"
            })
    void changesALateValueThroughAVarFile(String from, String to, String addresses) {
        assertThat(REST).contains(from);
        Path varFile = varFile("late", REST.replace(from, to));

        Map<String, String> changes = rest.changes(varFile);
        assertThat(changes.keySet()).containsExactly(addresses.split(" ", -1));
        assertThat(changes.values()).containsOnly("update");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "api_type    = \"rest\" | api_type = \"http\"",
                "name        = \"shop\" | name = \"store\"",
                "\"POST /goods\" | \"PUT /goods\"",
                "function = \"echo\", scopes = [\"shop/write\"] | function = \"echo\", anonymous = \"everybody\"",
                "scopes = [\"openid\", \"shop/write\"] | scopes = [\"openid\"]",
                "allow_origins = [\"https://shop.example.com\"] | allow_origins = [\"*\"]",
                "web  = { | other = { oauth_flows = [\"client_credentials\"], scopes = [\"shop/write\"] }, web = {",
                "GREETING = | FAREWELL =",
                "domain_prefix = \"shop-example\" | domain_prefix = \"shop-example\", deletion_protection = false",
                "write = \"Write\" | write = \"Write\", admin = \"Administer\""
            })
    void refusesAVarFileThatChangesTheShape(String from, String to) {
        assertThat(REST).contains(from);
        Run plan = rest.plan(varFile("shape", REST.replace(from, to)));

        assertThat(plan.exit()).as(plan.output()).isEqualTo(1);
        assertThat(plan.output().replaceAll("[│\\s]+", " ")).contains("run `tollgate synth` again");
    }

    @Test
    void keepsWhatTheUserWroteAsItIs() throws IOException {
        JsonNode state = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(rest.terraform("show", "-json").succeeded().output());
        JsonNode resources = state.at("/values/root_module/resources");

        assertThat(attribute(resources, "aws_api_gateway_rest_api.api", "/description"))
                .isEqualTo("costs ${5} %{ if } \"quoted\" <b>&amp; ünï\ncode 🛒");
        assertThat(attribute(resources, "aws_lambda_function.echo", "/environment/0/variables/GREETING"))
                .isEqualTo("a ${b} %{c} \\ <&>");
        assertThat(attribute(resources, "aws_api_gateway_method.get_goods", "/authorization_scopes/0"))
                .isEqualTo("shop/re$ad");
    }

    private static String attribute(JsonNode resources, String address, String pointer) {
        for (JsonNode resource : resources) {
            if (resource.path("address").asText().equals(address)) {
                return resource.path("values").at(pointer).asText();
            }
        }
        throw new AssertionError("no " + address);
    }

    private static SortedMap<String, String> changesAs(String name) {
        return copyOf("shop", name, emulator).changes(file(name));
    }

    /** The stack {@code changed} with the state of {@code name}: the same environment after its file was changed. */
    private static Stack copyOf(String name, String changed, Emulator account) {
        Path state = project.folder().resolve("terraform." + name + ".tfstate");
        try {
            Files.copy(
                    state,
                    project.folder().resolve("terraform." + changed + ".tfstate"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Stack(project.folder().resolve("cdktf.out").resolve("stacks").resolve(changed), account).init();
    }

    private static String withRoute(String text) {
        return text.replace(
                "\"POST /goods\" ",
                "\"GET /goods/{good_id}\" = { function = \"echo\", scopes = [\"shop/re$ad\"] }\n  \"POST /goods\" ");
    }

    private static String identityOnly() {
        return SHOP.substring(0, SHOP.indexOf("functions = {")).replace("KIND", "none");
    }

    private static Path file(String environment) {
        return project.folder().resolve("environments").resolve(environment + ".tfvars");
    }

    private static Path varFile(String name, String text) {
        try {
            return Files.writeString(project.folder().resolve(name + ".tfvars"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
