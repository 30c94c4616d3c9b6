package dev.tollgate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.graph.Stacks;
import dev.tollgate.terraform.Infrastructure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Terraform of an API of one route, {@code GET /orders}, and of the app clients that the table's callers have. */
final class GateStack {

    private static final String REST = "${aws_api_gateway_rest_api.api.id}";
    private static final String HTTP = "${aws_apigatewayv2_api.api.id}";

    private GateStack() {}

    /** The stack whose route requires what {@code cell} says. */
    static Infrastructure of(GateTable.Cell cell) {
        Map<String, Object> resources = new LinkedHashMap<>();
        resources.put("aws_cognito_user_pool", Map.of("users", Map.of("name", "users"), "other", Map.of("name", "o")));
        resources.put(
                "aws_cognito_user_pool_client",
                Map.of(
                        "read", machine("read", "users", "orders/read"),
                        "other_scope", machine("other scope", "users", "orders/other"),
                        "other_client", machine("other client", "users", "orders/read"),
                        "other_pool", machine("other pool", "other", "orders/read"),
                        "id", person("id"),
                        "other_id", person("other client's id")));
        resources.putAll(cell.isRest() ? rest(cell) : http(cell));
        try {
            return Stacks.of(new ObjectMapper().writeValueAsString(Map.of("resource", resources)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> rest(GateTable.Cell cell) {
        String root = "${aws_api_gateway_rest_api.api.root_resource_id}";
        Map<String, Object> method = new LinkedHashMap<>(Map.of(
                "rest_api_id", REST, "resource_id", "${aws_api_gateway_resource.orders.id}", "http_method", "GET"));
        method.put("authorization", kind(cell.access(), "COGNITO_USER_POOLS"));
        method.put("authorizer_id", "${aws_api_gateway_authorizer." + authorizer(cell.access()) + ".id}");
        method.put("authorization_scopes", cell.scopes());
        method.put("api_key_required", cell.requiresKey());
        return Map.of(
                "aws_api_gateway_rest_api", Map.of("api", Map.of("name", "api")),
                "aws_api_gateway_resource",
                        Map.of("orders", Map.of("rest_api_id", REST, "parent_id", root, "path_part", "orders")),
                "aws_api_gateway_method", Map.of("orders", method),
                "aws_api_gateway_authorizer",
                        Map.of(
                                "cognito",
                                Map.of(
                                        "rest_api_id",
                                        REST,
                                        "type",
                                        "COGNITO_USER_POOLS",
                                        "provider_arns",
                                        List.of("${aws_cognito_user_pool.users.arn}")),
                                "lambda",
                                Map.of("rest_api_id", REST, "type", "TOKEN")));
    }

    private static Map<String, Object> http(GateTable.Cell cell) {
        Map<String, Object> route = new LinkedHashMap<>(Map.of("api_id", HTTP, "route_key", "GET /orders"));
        route.put("authorization_type", kind(cell.access(), "JWT"));
        route.put("authorizer_id", "${aws_apigatewayv2_authorizer." + authorizer(cell.access()) + ".id}");
        route.put("authorization_scopes", cell.scopes());
        List<String> audience = new ArrayList<>();
        List.of("read", "other_scope", "other_pool", "id")
                .forEach(client -> audience.add("${aws_cognito_user_pool_client." + client + ".id}"));
        Map<String, Object> jwt =
                Map.of("issuer", "https://${aws_cognito_user_pool.users.endpoint}", "audience", audience);
        return Map.of(
                "aws_apigatewayv2_api", Map.of("api", Map.of("name", "api", "protocol_type", "HTTP")),
                "aws_apigatewayv2_route", Map.of("orders", route),
                "aws_apigatewayv2_authorizer",
                        Map.of(
                                "cognito", Map.of("api_id", HTTP, "authorizer_type", "JWT", "jwt_configuration", jwt),
                                "lambda", Map.of("api_id", HTTP, "authorizer_type", "REQUEST")));
    }

    private static String authorizer(String access) {
        return access.equals("lambda") ? "lambda" : "cognito";
    }

    private static String kind(String access, String token) {
        return switch (access) {
            case "nothing" -> "NONE";
            case "signature" -> "AWS_IAM";
            case "lambda" -> "CUSTOM";
            case "unknown" -> "${var.authorization}";
            default -> token;
        };
    }

    private static Map<String, Object> machine(String name, String pool, String scope) {
        return Map.of(
                "name",
                name,
                "user_pool_id",
                "${aws_cognito_user_pool." + pool + ".id}",
                "allowed_oauth_flows_user_pool_client",
                true,
                "allowed_oauth_flows",
                List.of("client_credentials"),
                "allowed_oauth_scopes",
                List.of(scope),
                "explicit_auth_flows",
                List.of("ALLOW_REFRESH_TOKEN_AUTH"));
    }

    /** Signs in without OAuth: its access tokens have none of the routes' scopes, and its ID tokens have none. */
    private static Map<String, Object> person(String name) {
        return Map.of(
                "name",
                name,
                "user_pool_id",
                "${aws_cognito_user_pool.users.id}",
                "explicit_auth_flows",
                List.of("ALLOW_USER_SRP_AUTH"));
    }
}
