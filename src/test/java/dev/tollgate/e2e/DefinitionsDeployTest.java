package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.SurfaceReader;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Plan;
import dev.tollgate.terraform.PlanReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A REST API whose routes are one OpenAPI document, on AWS's stand-in: what its stage answers is what its file says,
 * whatever the change.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DefinitionsDeployTest {

    private static final Path SHOP = Path.of("src", "test", "resources", "definitions", "shop.tfvars");

    private static Emulator emulator;
    private static TempProject project;
    private static String shop;
    private static Path stacks;
    private static Stack stack;

    @BeforeAll
    static void prepare() throws IOException {
        emulator = Emulator.start();
        emulator.prepare("--region", "eu-west-1", "--function", "example");
        project = TempProject.named("definitions");
        shop = Files.readString(SHOP).replace("user_pool        = { ", "user_pool = { deletion_protection = false, ")
                + "definition = \"openapi\"\n";
        project.environment("shop", shop);
        stacks = project.synthesized();
        stack = new Stack(stacks.resolve("shop"), emulator).init();
    }

    @AfterAll
    static void end() {
        if (emulator != null) {
            emulator.close();
        }
    }

    @Test
    @Order(1)
    void isReadFromAPlanThatDoesNotKnowItsReferences() {
        Plan plan = PlanReader.read("plan", stack.planned().toString());

        assertThat(routes(plan.after()))
                .containsExactly(
                        "GET /goods token [shop/read, shop/wri$te] echo",
                        "OPTIONS /goods open  ",
                        "OPTIONS /goods/{good_id} open  ",
                        "PUT /goods/{good_id} token [shop/wri$te] echo",
                        "GET /health open  echo",
                        "OPTIONS /health open  ",
                        "GET /me token [] echo",
                        "OPTIONS /me open  ",
                        "ANY /old/{proxy+} token [shop/read] ",
                        "OPTIONS /old/{proxy+} open  ");
        assertThat(SurfaceReader.read(plan.after()).unjudged()).isEmpty();
    }

    @Test
    @Order(2)
    void appliesAndSettles() {
        stack.apply().succeeded();

        Run second = stack.plan();
        assertThat(second.exit()).as(second.output()).isZero();
        assertThat(answered())
                .containsExactly(
                        "GET /goods COGNITO_USER_POOLS [shop/read, shop/wri$te] shop-echo 200",
                        "OPTIONS /goods NONE [] null 200",
                        "OPTIONS /goods/{good_id} NONE [] null 200",
                        "PUT /goods/{good_id} COGNITO_USER_POOLS [shop/wri$te] shop-echo 200",
                        "GET /health NONE [] shop-echo 200",
                        "OPTIONS /health NONE [] null 200",
                        "GET /me COGNITO_USER_POOLS [] shop-echo 200",
                        "OPTIONS /me NONE [] null 200",
                        "ANY /old/{proxy+} COGNITO_USER_POOLS [shop/read] example 200",
                        "OPTIONS /old/{proxy+} NONE [] null 200");
    }

    @Test
    @Order(3)
    void answersExactlyTheFilesTableAfterRoutesWereRemovedRenamedAndSecured() {
        project.environment(
                "shop",
                shop.replaceAll("  \"GET /me\".*\n", "")
                        .replace("{good_id}", "{id}")
                        .replaceAll("anonymous = \"[^\"]*\"", "scopes = [\"shop/read\"]")
                        .replace(
                                "routes = {",
                                "routes = {\n  \"POST /goods/{id}/offers\" = { function = \"echo\", scopes = [\"shop/read\"] }"));
        project.synthesized("shop");

        JsonNode planned = stack.planned();
        stack.apply().succeeded();

        assertThat(routes(PlanReader.read("plan", planned.toString()).after()))
                .contains("GET /health token [shop/read] echo");
        assertThat(answered())
                .containsExactly(
                        "GET /goods COGNITO_USER_POOLS [shop/read, shop/wri$te] shop-echo 200",
                        "OPTIONS /goods NONE [] null 200",
                        "OPTIONS /goods/{id} NONE [] null 200",
                        "PUT /goods/{id} COGNITO_USER_POOLS [shop/wri$te] shop-echo 200",
                        "OPTIONS /goods/{id}/offers NONE [] null 200",
                        "POST /goods/{id}/offers COGNITO_USER_POOLS [shop/read] shop-echo 200",
                        "GET /health COGNITO_USER_POOLS [shop/read] shop-echo 200",
                        "OPTIONS /health NONE [] null 200",
                        "ANY /old/{proxy+} COGNITO_USER_POOLS [shop/read] example 200",
                        "OPTIONS /old/{proxy+} NONE [] null 200");
        Run second = stack.plan();
        assertThat(second.exit()).as(second.output()).isZero();
    }

    @Test
    @Order(4)
    void failsWhereApiGatewayWouldLeaveSecurityOut() throws IOException {
        Path emitted = stacks.resolve("shop").resolve("cdk.tf.json");
        String stackJson = Files.readString(emitted);
        ObjectMapper json = new ObjectMapper();
        JsonNode tree = json.readTree(stackJson);
        var api = (com.fasterxml.jackson.databind.node.ObjectNode) tree.at("/resource/aws_api_gateway_rest_api/api");
        String body = api.path("body").textValue();
        api.put(
                "body",
                body.replace("\"x-amazon-apigateway-authtype\" = \"cognito_user_pools\"", "\"x-nothing\" = \"\"")
                        .replace("\"type\" = \"cognito_user_pools\"", "\"type\" = \"cognito\""));
        Files.writeString(emitted, json.writeValueAsString(tree));

        Run apply = stack.apply();

        Files.writeString(emitted, stackJson);
        assertThat(api.path("body").textValue()).isNotEqualTo(body);
        assertThat(apply.exit()).isNotZero();
        assertThat(apply.output()).contains("Warnings found during import");
    }

    /** A plan of 300 routes that are resources asks some 780 times, at ten a second. */
    @Test
    @Order(5)
    void asksApiGatewayAFewTimesForThreeHundredRoutes() {
        project.environment("large", large("all"));
        Stack large = new Stack(project.synthesized("large").resolve("large"), emulator).init();

        assertThat(calls(large::apply)).isLessThanOrEqualTo(60);
        assertThat(calls(large::plan)).isLessThanOrEqualTo(40);
        project.environment("large", large("some"));
        project.synthesized("large");
        assertThat(calls(large::apply)).isLessThanOrEqualTo(15);
        assertThat(emulator.answers("large", "large")).hasSize(300);
    }

    private static int calls(Supplier<Run> command) {
        emulator.clearCounts();
        command.get().succeeded();
        return emulator.callsToApiGateway();
    }

    /** Its first route demands the scope {@code first}. */
    private static String large(String first) {
        StringBuilder routes = new StringBuilder();
        List<String> methods = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
        for (int route = 0; route < 300; route++) {
            routes.append("  \"%s /route%d\" = { function = \"example\", scopes = [\"large/%s\"] }\n"
                    .formatted(methods.get(route % 5), route / 5, route == 0 ? first : "all"));
        }
        return """
                name             = "large"
                region           = "eu-west-1"
                api_type         = "rest"
                definition       = "openapi"
                user_pool        = { domain_prefix = "large-example", deletion_protection = false }
                resource_servers = { large = { scopes = { all = "Every operation", some = "Some" } } }
                clients          = { machine = { oauth_flows = ["client_credentials"], scopes = ["large/all", "large/some"] } }
                functions        = { example = { existing = "example" } }
                access_log       = { account_role = false }
                routes = {
                %s}
                """.formatted(routes);
    }

    private static List<String> routes(Infrastructure infrastructure) {
        List<String> found = new ArrayList<>();
        for (Api api : SurfaceReader.read(infrastructure).apis()) {
            for (ApiRoute route : api.routes()) {
                String scopes = route.access() instanceof dev.tollgate.surface.Access.Token token
                        ? token.scopes().names().toString()
                        : "";
                String function = route.integration()
                        .flatMap(integration -> integration.function())
                        .map(one -> one.name())
                        .orElse("");
                found.add(route.key() + " " + route.access().word() + " " + scopes + " " + function);
            }
        }
        return found;
    }

    private static List<String> answered() {
        return emulator.answers("shop", "v1").stream()
                .map(answer -> answer.method() + " " + answer.path() + " " + answer.authorization() + " "
                        + answer.scopes() + " " + answer.function() + " " + answer.status())
                .toList();
    }
}
