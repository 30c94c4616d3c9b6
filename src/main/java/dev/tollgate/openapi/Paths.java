package dev.tollgate.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.Gate;
import dev.tollgate.surface.Integration;
import dev.tollgate.terraform.Infrastructure;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The paths of a document. OpenAPI knows no method ANY and no route {@code $default}: both are written as the seven
 * methods they answer, less those with a route of their own, and {@code x-tollgate-route} keeps the route's key.
 */
final class Paths {

    private static final List<String> ANY = List.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");
    private static final Set<String> WITH_BODY = Set.of("PATCH", "POST", "PUT");
    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]*)}");

    private final Infrastructure infrastructure;
    private final Api api;
    private final Security security;
    private final List<String> notes;
    private final Refusals refusals;
    private final Map<String, String> written = new HashMap<>();
    private final Map<String, TreeMap<String, ObjectNode>> operations = new TreeMap<>();
    private final Set<String> ids = new HashSet<>();

    Paths(Infrastructure infrastructure, Api api, Security security, List<String> notes) {
        this.infrastructure = infrastructure;
        this.api = api;
        this.security = security;
        this.notes = notes;
        this.refusals = new Refusals(api.kind() == Api.Kind.REST);
    }

    /** The refusals that the operations name. */
    Refusals refusals() {
        return refusals;
    }

    ObjectNode json() {
        if (!api.certain()) {
            notes.add("some routes of `" + api.resource().address() + "` are unknown");
        }
        List<ApiRoute> routes = api.routes().stream().filter(this::isKnown).toList();
        // Methods with a route of their own come before ANY, which answers the rest.
        routes.stream().filter(route -> !catchesAll(route)).forEach(route -> add(route, route.method()));
        routes.stream().filter(Paths::catchesAll).forEach(route -> ANY.stream()
                .filter(method -> routes.stream().noneMatch(other -> takes(other, route, method)))
                .forEach(method -> add(route, method)));
        ObjectNode paths = JsonNodeFactory.instance.objectNode();
        operations.forEach((path, methods) -> {
            ObjectNode item = paths.putObject(path);
            parameters(item, path);
            item.setAll(methods);
        });
        return paths;
    }

    private boolean isKnown(ApiRoute route) {
        boolean known = route.path().equals("$default") || route.path().startsWith("/");
        boolean method = catchesAll(route) || ANY.contains(route.method());
        if (!known || !method) {
            notes.add("`" + route.key() + "` is left out: OpenAPI has no words for it");
        }
        return known && method;
    }

    private static boolean catchesAll(ApiRoute route) {
        return route.method().isEmpty() || route.method().equals("ANY");
    }

    private static boolean takes(ApiRoute other, ApiRoute any, String method) {
        return other.path().equals(any.path()) && other.method().equals(method);
    }

    private void add(ApiRoute route, String method) {
        if (route.isAnsweredPreflight()) {
            return;
        }
        String own = route.path().equals("$default") ? "/$default" : route.path();
        String shape = PARAMETER.matcher(own).replaceAll(found -> found.group(1).endsWith("+") ? "{+}" : "{}");
        String path = written.computeIfAbsent(shape, key -> own);
        ObjectNode operation = operation(route, method, path);
        if (operations
                        .computeIfAbsent(path, key -> new TreeMap<>())
                        .putIfAbsent(method.toLowerCase(Locale.ROOT), operation)
                != null) {
            notes.add("`" + route.key() + "` is left out: another route answers the same requests");
        }
    }

    private ObjectNode operation(ApiRoute route, String method, String path) {
        ObjectNode operation = JsonNodeFactory.instance.objectNode();
        operation.put("operationId", id(method, path));
        operation.put("summary", sentence(Gate.of(api, route).demand().clause()));
        if (!route.key().equals(method + " " + path)) {
            operation.put("x-tollgate-route", route.key());
        }
        if (WITH_BODY.contains(method)) {
            ObjectNode body = operation.putObject("requestBody");
            body.putObject("content").putObject("application/json").putObject("schema");
        }
        security.demand(operation, route);
        ObjectNode responses = operation.putObject("responses");
        responses.putObject("200").put("description", answer(route));
        refusals.answer(responses, Gate.of(api, route));
        return operation;
    }

    private static String sentence(String clause) {
        return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1) + ".";
    }

    private String answer(ApiRoute route) {
        return route.integration()
                .flatMap(Integration::function)
                .flatMap(function ->
                        infrastructure.resolve(function.get("function_name")).text())
                .map(name -> "What the function `" + name + "` answers.")
                .orElse("What the integration answers.");
    }

    private String id(String method, String path) {
        String words = path.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_+|_+$", "");
        String id = method.toLowerCase(Locale.ROOT) + "_" + (words.isEmpty() ? "root" : words);
        String unique = id;
        for (int next = 2; !ids.add(unique); next++) {
            unique = id + "_" + next;
        }
        return unique;
    }

    private static void parameters(ObjectNode item, String path) {
        Matcher matcher = PARAMETER.matcher(path);
        if (!path.contains("{")) {
            return;
        }
        ArrayNode parameters = item.putArray("parameters");
        while (matcher.find()) {
            ObjectNode parameter =
                    parameters.addObject().put("name", matcher.group(1)).put("in", "path");
            if (matcher.group(1).endsWith("+")) {
                parameter.put("description", "the rest of the path, slashes and all");
            }
            parameter.put("required", true).putObject("schema").put("type", "string");
        }
    }
}
