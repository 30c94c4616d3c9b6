package dev.tollgate.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.terraform.ConfigurationFile;
import dev.tollgate.terraform.ConfigurationReader;
import dev.tollgate.terraform.Infrastructure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Terraform JSON to draw: what was emitted for the project's environments, and what tests make up. */
public final class Stacks {

    /** Where the goldens of all environments are. */
    public static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    private Stacks() {}

    /** The project's environments. */
    public static final List<String> ENVIRONMENTS =
            List.of("auth", "books", "dev", "echo", "example", "items", "prod", "quotes", "shop", "sms", "staging");

    /** Everything that is drawn: what is emitted, what is large and what is hostile. */
    public static Map<String, Infrastructure> drawn() {
        Map<String, Infrastructure> drawn = new TreeMap<>();
        ENVIRONMENTS.forEach(environment -> drawn.put(environment, emitted(environment)));
        drawn.put("forty routes", large());
        drawn.put("hostile " + HOSTILE.get(0), hostile());
        return drawn;
    }

    /** What was emitted for {@code environment}. */
    public static Infrastructure emitted(String environment) {
        Path file = GOLDEN.resolve(environment).resolve("cdk.tf.json");
        return ConfigurationReader.read(ConfigurationFile.at(file, "cdk.tf.json"), new TreeMap<>());
    }

    /** What {@code json} describes. */
    public static Infrastructure of(String json) {
        return ConfigurationReader.read(List.of(new ConfigurationFile("main.tf.json", json)), new TreeMap<>());
    }

    /** An HTTP API of forty routes in front of six functions, two of them open, for three clients. */
    public static Infrastructure large() {
        Map<String, Object> routes = new TreeMap<>();
        Map<String, Object> integrations = new TreeMap<>();
        Map<String, Object> functions = new TreeMap<>();
        for (String thing : List.of("books", "authors", "orders", "invoices", "shelves")) {
            functions.put(thing, Map.of("function_name", "library-" + thing, "runtime", "python3.12"));
            integrations.put(
                    thing,
                    Map.of(
                            "integration_type",
                            "AWS_PROXY",
                            "integration_uri",
                            "${aws_lambda_function." + thing + ".invoke_arn}"));
            String one = "/" + thing + "/{" + thing + "_id}";
            for (String key :
                    List.of("GET /" + thing, "GET " + one, "GET " + one + "/history", "GET " + one + "/notes")) {
                routes.put(name(key), route(key, thing, "library/read"));
            }
            for (String key : List.of("POST /" + thing, "PATCH " + one, "DELETE " + one)) {
                routes.put(name(key), route(key, thing, "library/write"));
            }
        }
        functions.put("admin", Map.of("function_name", "library-admin", "runtime", "nodejs22.x"));
        integrations.put(
                "admin",
                Map.of("integration_type", "AWS_PROXY", "integration_uri", "${aws_lambda_function.admin.invoke_arn}"));
        for (String key : List.of("GET /admin/users", "POST /admin/users", "DELETE /admin/users/{user_id}")) {
            routes.put(name(key), route(key, "admin", "library/admin"));
        }
        for (String key : List.of("GET /health", "GET /version")) {
            routes.put(
                    name(key),
                    Map.of(
                            "api_id",
                            "${aws_apigatewayv2_api.api.id}",
                            "route_key",
                            key,
                            "target",
                            "integrations/${aws_apigatewayv2_integration.admin.id}"));
        }
        return of(
                json(
                        Map.of(
                                "resource",
                                Map.of(
                                        "aws_apigatewayv2_api",
                                                Map.of("api", Map.of("name", "library", "protocol_type", "HTTP")),
                                        "aws_apigatewayv2_stage",
                                                Map.of(
                                                        "api",
                                                        Map.of(
                                                                "api_id",
                                                                "${aws_apigatewayv2_api.api.id}",
                                                                "name",
                                                                "$default")),
                                        "aws_apigatewayv2_route", routes,
                                        "aws_apigatewayv2_integration", integrations,
                                        "aws_lambda_function", functions,
                                        "aws_cognito_user_pool", Map.of("users", Map.of("name", "library-users")),
                                        "aws_cognito_user_pool_domain",
                                                Map.of(
                                                        "users",
                                                        Map.of(
                                                                "domain",
                                                                "library",
                                                                "user_pool_id",
                                                                "${aws_cognito_user_pool.users.id}")),
                                        "aws_cognito_user_pool_client",
                                                Map.of(
                                                        "reader",
                                                        client("reader", "library/read"),
                                                        "editor",
                                                        client("editor", "library/read", "library/write"),
                                                        "admin",
                                                        client("admin", "library/admin")),
                                        "aws_apigatewayv2_authorizer",
                                                Map.of(
                                                        "cognito",
                                                        Map.of(
                                                                "api_id", "${aws_apigatewayv2_api.api.id}",
                                                                "name", "cognito",
                                                                "authorizer_type", "JWT",
                                                                "jwt_configuration",
                                                                        Map.of(
                                                                                "issuer",
                                                                                "https://${aws_cognito_user_pool.users.endpoint}",
                                                                                "audience",
                                                                                List.of(
                                                                                        "${aws_cognito_user_pool_client.reader.id}",
                                                                                        "${aws_cognito_user_pool_client.editor.id}",
                                                                                        "${aws_cognito_user_pool_client.admin.id}"))))))));
    }

    /** Names that try to get out of where they are written. */
    public static final List<String> HOSTILE = List.of(
            "\"></text></svg><script>document.title='owned'</script>",
            "]]></style><img src=x onerror=alert(1)>",
            "\"]:::anonymous\n  click n0 href \"https://example.com\"",
            "%%{init: {'securityLevel': 'loose'}}%%",
            "end; subgraph a[b] --> `**x**` #quot;",
            "right\u202Eleft\u0000null\uFFFEnone\uD800half",
            "日本語の名前がとても長いときにも箱の中に収まるかどうか、収まるはずである🚀🚀🚀",
            "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW".repeat(50),
            "&lt;b&gt;&amp;&#39;");

    /** Everything that has a name has a hostile one. */
    public static Infrastructure hostile() {
        Map<String, Object> clients = new TreeMap<>();
        Map<String, Object> routes = new TreeMap<>();
        for (int i = 0; i < HOSTILE.size(); i++) {
            String name = HOSTILE.get(i);
            clients.put("c" + i, client(name, "library/" + name));
            routes.put("r" + i, route("GET /" + name, "all", "library/" + name));
            routes.put(
                    "open" + i,
                    Map.of(
                            "api_id",
                            "${aws_apigatewayv2_api.api.id}",
                            "route_key",
                            "POST /" + name,
                            "target",
                            "integrations/${aws_apigatewayv2_integration.all.id}"));
        }
        return of(json(Map.of(
                "resource",
                Map.of(
                        "aws_apigatewayv2_api",
                        Map.of("api", Map.of("name", HOSTILE.get(0), "protocol_type", "HTTP")),
                        "aws_apigatewayv2_stage",
                        Map.of("api", Map.of("api_id", "${aws_apigatewayv2_api.api.id}", "name", HOSTILE.get(1))),
                        "aws_apigatewayv2_route",
                        routes,
                        "aws_apigatewayv2_integration",
                        Map.of(
                                "all",
                                Map.of(
                                        "integration_type",
                                        "AWS_PROXY",
                                        "integration_uri",
                                        "${aws_lambda_function.all.invoke_arn}")),
                        "aws_lambda_function",
                        Map.of("all", Map.of("function_name", HOSTILE.get(2), "runtime", HOSTILE.get(3))),
                        "aws_cognito_user_pool",
                        Map.of("users", Map.of("name", HOSTILE.get(4))),
                        "aws_cognito_user_pool_domain",
                        Map.of(
                                "users",
                                Map.of("domain", HOSTILE.get(5), "user_pool_id", "${aws_cognito_user_pool.users.id}")),
                        "aws_cognito_user_pool_client",
                        clients,
                        "aws_apigatewayv2_authorizer",
                        Map.of(
                                "cognito",
                                Map.of(
                                        "api_id",
                                        "${aws_apigatewayv2_api.api.id}",
                                        "name",
                                        HOSTILE.get(6),
                                        "authorizer_type",
                                        "JWT",
                                        "jwt_configuration",
                                        Map.of(
                                                "issuer",
                                                "https://${aws_cognito_user_pool.users.endpoint}",
                                                "audience",
                                                List.of("${aws_cognito_user_pool_client.c0.id}"))))))));
    }

    private static String name(String key) {
        return key.replaceAll("[^A-Za-z]+", "_");
    }

    private static Map<String, Object> route(String key, String function, String scope) {
        return Map.of(
                "api_id",
                "${aws_apigatewayv2_api.api.id}",
                "route_key",
                key,
                "authorization_type",
                "JWT",
                "authorizer_id",
                "${aws_apigatewayv2_authorizer.cognito.id}",
                "authorization_scopes",
                List.of(scope),
                "target",
                "integrations/${aws_apigatewayv2_integration." + function + ".id}");
    }

    private static Map<String, Object> client(String name, String... scopes) {
        return Map.of(
                "name",
                name,
                "user_pool_id",
                "${aws_cognito_user_pool.users.id}",
                "allowed_oauth_flows_user_pool_client",
                true,
                "allowed_oauth_flows",
                List.of("client_credentials"),
                "allowed_oauth_scopes",
                List.of(scopes),
                "explicit_auth_flows",
                List.of("ALLOW_REFRESH_TOKEN_AUTH"));
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
