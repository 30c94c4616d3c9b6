package dev.tollgate.articles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The articles' mistakes, none of which is in what is emitted; what a file can ask for is refused by a rule instead.
 */
class MistakesAvoidedTest {

    static List<String> environments() {
        return Emitted.environments();
    }

    @ParameterizedTest
    @MethodSource("environments")
    void refersToAuthorizersAndNeverCopiesTheirIds(String environment) {
        Emitted emitted = Emitted.of(environment);
        for (String type : List.of("aws_api_gateway_method", "aws_apigatewayv2_route")) {
            emitted.resources(type).values().stream()
                    .filter(route -> route.has("authorizer_id"))
                    .forEach(route ->
                            assertThat(route.path("authorizer_id").asText()).startsWith("${aws_api"));
        }
    }

    @ParameterizedTest
    @MethodSource("environments")
    void pointsTheApisNameToItsDomainAndNotToTheDefaultEndpoint(String environment) {
        JsonNode record =
                Emitted.of(environment).resources("aws_route53_record").get("api");
        if (record != null) {
            assertThat(record.path("type").asText()).isEqualTo("A");
            assertThat(record.at("/alias/name").asText())
                    .contains("domain_name.api.")
                    .doesNotContain("execute-api");
        }
    }

    @ParameterizedTest
    @MethodSource("environments")
    void overwritesNoRecordButThatWhichProvesACertificate(String environment) {
        Emitted.of(environment).resources("aws_route53_record").forEach((name, record) -> {
            assertThat(record.path("allow_overwrite").asBoolean()).as(name).isEqualTo(name.startsWith("validation_"));
            assertThat(record.toString()).doesNotContain("8.8.8.8");
        });
    }

    @ParameterizedTest
    @MethodSource("environments")
    void takesTheCertificateOfTheTokenEndpointFromCloudfrontsRegion(String environment) {
        Emitted emitted = Emitted.of(environment);
        JsonNode domain = emitted.resources("aws_cognito_user_pool_domain").get("users");
        if (domain != null && domain.has("certificate_arn")) {
            String certificate = domain.path("certificate_arn")
                    .asText()
                    .replaceFirst(".*_validation\\.", "")
                    .replaceFirst("\\..*", "");
            JsonNode made = emitted.resource("aws_acm_certificate." + certificate);
            boolean here = environment.equals("books"); // the one environment in us-east-1 itself
            assertThat(made.path("provider").asText()).isEqualTo(here ? "" : "aws.us_east_1");
        }
    }

    @ParameterizedTest
    @MethodSource("environments")
    void logsNoBodiesAndOwnsTheAccountsRoleOnlyWhenAsked(String environment) {
        Emitted emitted = Emitted.of(environment);
        emitted.resources("aws_api_gateway_method_settings").values().forEach(settings -> assertThat(
                        settings.at("/settings/data_trace_enabled").asBoolean(true))
                .isFalse());
        boolean owns = List.of("sms", "books", "echo", "staging").contains(environment);
        assertThat(emitted.resources("aws_api_gateway_account")).hasSize(owns ? 1 : 0);
    }

    @ParameterizedTest
    @MethodSource("environments")
    void hasNoResponsesOnProxyMethods(String environment) {
        Emitted emitted = Emitted.of(environment);
        for (String type : List.of("aws_api_gateway_method_response", "aws_api_gateway_integration_response")) {
            assertThat(emitted.resources(type).keySet()).allMatch(name -> name.startsWith("options_"));
        }
    }

    @ParameterizedTest
    @MethodSource("environments")
    void deploysARestApiAgainWhenAnyPartOfItChanges(String environment) {
        JsonNode deployment =
                Emitted.of(environment).resources("aws_api_gateway_deployment").get("api");
        if (deployment != null) {
            assertThat(deployment.path("triggers").fieldNames())
                    .toIterable()
                    .contains("routes", "authorizer", "cors", "functions", "user_pool");
            assertThat(deployment.at("/lifecycle/create_before_destroy").asBoolean())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("environments")
    void givesAFunctionItsOwnTablesAndNoPassword(String environment) {
        Emitted emitted = Emitted.of(environment);
        emitted.resources("aws_iam_role_policy").values().forEach(policy -> assertThat(
                        policy.path("policy").asText())
                .doesNotContain("ListTables")
                .doesNotContain("dynamodb:*")
                .doesNotContain("\"Action\":[\"*\"]"));
        assertThat(emitted.resources("aws_cognito_user")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("environments")
    void permitsARoutesOwnMethodAndPath(String environment) {
        Emitted emitted = Emitted.of(environment);
        Map<String, JsonNode> permissions = new TreeMap<>(emitted.resources("aws_lambda_permission"));
        permissions
                .values()
                .removeIf(permission -> !permission.path("principal").asText().equals("apigateway.amazonaws.com"));
        int routes = emitted.resources("aws_apigatewayv2_route").size()
                + (int) emitted.resources("aws_api_gateway_method").keySet().stream()
                        .filter(name -> !name.startsWith("options_"))
                        .count();
        assertThat(permissions).hasSize(routes);
        permissions.forEach(
                (name, permission) -> assertThat(permission.path("source_arn").asText())
                        .as(name)
                        .matches("\\$\\{aws_api\\w+\\.api\\.execution_arn}/[^/]+/[A-Z]+/.+"));
    }

    @ParameterizedTest
    @MethodSource("environments")
    void givesEveryTokenClientAnEndpointAndAScope(String environment) {
        Emitted emitted = Emitted.of(environment);
        emitted.resources("aws_cognito_user_pool_client").forEach((name, client) -> {
            if (client.path("allowed_oauth_flows").toString().contains("client_credentials")) {
                assertThat(client.path("allowed_oauth_scopes")).as(name).isNotEmpty();
                assertThat(client.path("generate_secret").asBoolean()).isTrue();
                assertThat(emitted.output("token_endpoint")).isNotNull();
            }
        });
    }

    @Test
    void asksForTheScopeThatTheApiDemands() {
        Emitted echo = Emitted.of("echo");
        assertThat(echo.value("aws_api_gateway_method.post_echo", "/authorization_scopes"))
                .isEqualTo(echo.value("aws_cognito_user_pool_client.postman", "/allowed_oauth_scopes"));
    }

    @Test
    void writesRouteKeysWithASlashAndHasAStage() {
        Emitted example = Emitted.of("example");
        assertThat(example.value("aws_apigatewayv2_route.get_example", "/route_key"))
                .isEqualTo("GET /example");
        assertThat(example.resources("aws_apigatewayv2_stage")).hasSize(1);
        assertThat(example.resources("aws_lambda_permission")).hasSize(1);
    }
}
