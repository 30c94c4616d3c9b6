package dev.tollgate.synth;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Route;
import dev.tollgate.schema.AuthorizerKeys;
import dev.tollgate.schema.EnvironmentKeys;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A REST API's routes as one OpenAPI document, its {@code body}. What is an argument of the API stands there only: API
 * Gateway would take it from the document, too, and the one would undo the other. Security stands at each operation: at
 * the document's root it is not used.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html
 */
final class RestBody {

    private static final String GATEWAY = "x-amazon-apigateway-";
    private static final String JSON = "application/json";
    private static final KeyPath CORS = KeyPath.of("cors");

    private final Environment environment;
    private final Compute compute;
    private final Optional<Pool> pool;
    private final SortedMap<String, KeyPath> sources = new TreeMap<>();
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();

    RestBody(Environment environment, Compute compute, Optional<Pool> pool) {
        this.environment = environment;
        this.compute = compute;
        this.pool = pool;
        document.put("openapi", "3.0.1");
        // A document must have a title, and the title is the API's name: the same value as that argument's.
        document.putObject("info")
                .put("title", Variable.of(EnvironmentKeys.NAME).text())
                .put("version", "1");
        ObjectNode paths = document.putObject("paths");
        environment.routes().forEach(route -> route(paths, route));
        environment.cors().map(PreflightAnswer::new).ifPresent(answer -> cors(paths, answer));
        if (!environment.securedRoutes().isEmpty()) {
            authorizer();
        }
    }

    /** The argument {@code body}. */
    String text() {
        return HclObject.jsonencode(document);
    }

    /** The key of the file that each part comes from; a part is called as a finding calls it: {@code GET /books}. */
    SortedMap<String, KeyPath> sources() {
        return Collections.unmodifiableSortedMap(sources);
    }

    private void route(ObjectNode paths, Route route) {
        String method = route.key().method();
        String path = route.key().path();
        ObjectNode operation = operation(paths, path, method, KeyPath.of("routes", route.key()));
        Guard guard = Guard.of(route.authorization(), "COGNITO_USER_POOLS", Optional.of(authorizerName()));
        guard.authorizerId().ifPresent(name -> {
            ArrayNode scopes = operation.putArray("security").addObject().putArray(name);
            guard.scopes().forEach(scopes::add);
        });
        parameters(operation, route.key().segments());
        operation.putObject("responses");
        operation
                .putObject(GATEWAY + "integration")
                .put("type", "AWS_PROXY")
                .put("httpMethod", "POST")
                .put("uri", route.target().<String>match(function -> compute.invoked(function.id())
                        .invokeArn()))
                .put("passthroughBehavior", "WHEN_NO_MATCH")
                .put("timeoutInMillis", 29_000);
    }

    private ObjectNode operation(ObjectNode paths, String path, String method, KeyPath source) {
        ObjectNode item = paths.has(path) ? (ObjectNode) paths.get(path) : paths.putObject(path);
        sources.put(method + " " + path, source);
        return item.putObject(method.equals("ANY") ? GATEWAY + "any-method" : method.toLowerCase(Locale.ROOT));
    }

    private static void parameters(ObjectNode operation, List<String> segments) {
        for (String segment : segments) {
            if (segment.startsWith("{")) {
                operation
                        .withArray("/parameters")
                        .addObject()
                        .put("name", segment.replaceAll("[{}+]", ""))
                        .put("in", "path")
                        .put("required", true)
                        .putObject("schema")
                        .put("type", "string");
            }
        }
    }

    private void authorizer() {
        sources.put("authorizer " + environment.authorizer().name().orElse("cognito"), KeyPath.of("authorizer"));
        ObjectNode scheme = document.putObject("components")
                .putObject("securitySchemes")
                .putObject(authorizerName())
                .put("type", "apiKey")
                .put("name", "Authorization")
                .put("in", "header")
                .put(GATEWAY + "authtype", "cognito_user_pools");
        scheme.putObject(GATEWAY + "authorizer")
                .put("type", "cognito_user_pools")
                // Without it AWS takes the same, and does not say so in what it exports.
                .put(
                        "authorizerResultTtlInSeconds",
                        Variable.of(EnvironmentKeys.AUTHORIZER, AuthorizerKeys.TTL)
                                .textOr("300"))
                .putArray("providerARNs")
                .add(pool.orElseThrow().arn());
    }

    private static String authorizerName() {
        return Variable.of(EnvironmentKeys.AUTHORIZER, AuthorizerKeys.NAME).textOr("\"cognito\"");
    }

    private void cors(ObjectNode paths, PreflightAnswer answer) {
        List<String> routed = environment.routes().stream()
                .map(route -> route.key().path())
                .distinct()
                .toList();
        for (String path : routed) {
            if (!paths.path(path).has("options")) {
                preflight(operation(paths, path, "OPTIONS", CORS), path, answer);
            }
        }
        ObjectNode refusals = document.putObject(GATEWAY + "gateway-responses");
        for (String type : PreflightAnswer.REFUSALS) {
            sources.put("gateway response " + type, CORS);
            texts(refusals.putObject(type).putObject("responseParameters"), answer.headers("gatewayresponse.header."));
        }
    }

    private static void preflight(ObjectNode operation, String path, PreflightAnswer answer) {
        parameters(operation, List.of(path.substring(1).split("/", -1)));
        ObjectNode declared = operation
                .putObject("responses")
                .putObject(PreflightAnswer.NO_CONTENT)
                .put("description", "what browsers may send")
                .putObject("headers");
        answer.headers("").keySet().forEach(header -> declared.putObject(header)
                .putObject("schema")
                .put("type", "string"));
        ObjectNode integration = operation.putObject(GATEWAY + "integration");
        integration.put("type", "MOCK").put("passthroughBehavior", "WHEN_NO_MATCH");
        integration.putObject("requestTemplates").put(JSON, PreflightAnswer.REQUEST);
        ObjectNode response = integration.putObject("responses").putObject("default");
        response.put("statusCode", PreflightAnswer.NO_CONTENT);
        texts(response.putObject("responseParameters"), answer.headers("method.response.header."));
        if (answer.severalOrigins()) {
            response.putObject("responseTemplates").put(JSON, answer.originTemplate());
        }
    }

    private static void texts(ObjectNode into, Map<String, String> texts) {
        texts.forEach(into::put);
    }
}
