package dev.tollgate.synth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Route;
import dev.tollgate.model.RouteKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which key of the environment file each resource comes from, written beside the emitted JSON for {@code check}, whose
 * findings then stand at that key. It holds keys and no lines, so that it stays true while the file is edited.
 */
final class SourceMap {

    /** The file's name, in the stack's folder. Terraform reads only {@code .tf} and {@code .tf.json}. */
    static final String FILE = "tollgate.sources.json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OF_FUNCTIONS = Set.of(
            "aws_lambda_function",
            "aws_iam_role",
            "aws_iam_role_policy",
            "aws_iam_role_policy_attachment",
            "aws_cloudwatch_log_group",
            "aws_apigatewayv2_integration");
    private static final Map<String, KeyPath> OF_ONE_KEY = Map.ofEntries(
            Map.entry("aws_acm_certificate", KeyPath.of("custom_domain")),
            Map.entry("aws_acm_certificate_validation", KeyPath.of("custom_domain")),
            Map.entry("aws_api_gateway_base_path_mapping", KeyPath.of("custom_domain")),
            Map.entry("aws_api_gateway_domain_name", KeyPath.of("custom_domain")),
            Map.entry("aws_api_gateway_gateway_response", KeyPath.of("cors")),
            Map.entry("aws_api_gateway_integration_response", KeyPath.of("cors")),
            Map.entry("aws_api_gateway_method_response", KeyPath.of("cors")),
            Map.entry("aws_api_gateway_rest_api", KeyPath.of("api_type")),
            Map.entry("aws_apigatewayv2_api", KeyPath.of("api_type")),
            Map.entry("aws_apigatewayv2_api_mapping", KeyPath.of("custom_domain")),
            Map.entry("aws_apigatewayv2_domain_name", KeyPath.of("custom_domain")),
            Map.entry("aws_cognito_user_pool", KeyPath.of("user_pool")),
            Map.entry("aws_route53_record", KeyPath.of("custom_domain")),
            Map.entry("aws_ssm_parameter", KeyPath.of("user_pool")));

    private final Map<String, KeyPath> routes = new HashMap<>();
    private final Map<String, KeyPath> paths = new HashMap<>();
    private final Map<String, KeyPath> functions = new HashMap<>();
    private final Map<String, KeyPath> clients = new HashMap<>();
    private final Map<String, KeyPath> resourceServers = new HashMap<>();
    private final Map<String, KeyPath> tables = new HashMap<>();
    private final KeyPath poolDomain;

    private SourceMap(Environment environment) {
        poolDomain =
                environment.authDomain().isPresent() ? KeyPath.of("custom_domain", "auth") : KeyPath.of("user_pool");
        environment.routes().forEach(this::add);
        environment
                .functions()
                .forEach(function -> functions.put(function.label(), KeyPath.of("functions", function.id())));
        environment.clients().forEach(client -> clients.put(client.label(), KeyPath.of("clients", client.id())));
        environment
                .resourceServers()
                .forEach(server ->
                        resourceServers.put(server.id(), KeyPath.of("resource_servers", server.identifier())));
        environment.tables().forEach(table -> tables.put(table.id(), KeyPath.of("tables", table.name())));
    }

    private void add(Route route) {
        KeyPath key = KeyPath.of("routes", route.key());
        routes.put(route.key().id(), key);
        for (List<String> segments : route.key().resources()) {
            paths.putIfAbsent(RouteKey.pathId(segments, "root"), key);
        }
    }

    /** Writes the map of {@code stack}, emitted for {@code environment}, into {@code folder}. */
    static void write(Path folder, JsonNode stack, Environment environment) throws IOException {
        SourceMap map = new SourceMap(environment);
        ObjectNode written = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> type : new TreeMap<>(members(stack.path("resource"))).entrySet()) {
            for (String name : new TreeMap<>(members(type.getValue())).keySet()) {
                map.key(type.getKey(), name).ifPresent(key -> key.parts()
                        .forEach(written.withArray("/" + type.getKey() + "." + name)::add));
            }
        }
        Files.writeString(folder.resolve(FILE), StackJson.text(written));
    }

    private static Map<String, JsonNode> members(JsonNode node) {
        Map<String, JsonNode> members = new HashMap<>();
        node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    private Optional<KeyPath> key(String type, String name) {
        if (OF_FUNCTIONS.contains(type)) {
            return Optional.ofNullable(functions.get(name));
        }
        return Optional.ofNullable(
                switch (type) {
                    case "aws_api_gateway_method", "aws_api_gateway_integration" ->
                        routes.getOrDefault(name, KeyPath.of("cors"));
                    case "aws_apigatewayv2_route", "aws_lambda_permission" -> routes.get(name);
                    case "aws_api_gateway_resource" -> paths.get(name);
                    case "aws_cognito_user_pool_client" -> clients.get(name);
                    case "aws_cognito_resource_server" -> resourceServers.get(name);
                    case "aws_cognito_user_pool_domain" -> poolDomain;
                    case "aws_dynamodb_table" -> tables.get(name);
                    default -> OF_ONE_KEY.get(type);
                });
    }
}
