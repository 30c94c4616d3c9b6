package dev.tollgate.surface;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the parts of a REST API are called, whoever describes them: {@code GET /goods}, {@code GET /goods integration}.
 * A parameter's name is no part of it, for a path has one variable child at most, and API Gateway can rename it.
 */
public final class RestParts {

    /** An API that Tollgate emits has one at most. */
    public static final String AUTHORIZER = "authorizer";

    private final Infrastructure infrastructure;
    private final ResourcePaths paths;
    private final SortedMap<String, Resource> found = new TreeMap<>();

    private RestParts(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
        this.paths = new ResourcePaths(infrastructure);
    }

    /** Those of the one API that is in {@code infrastructure}, by what they are called. */
    public static SortedMap<String, Resource> of(Infrastructure infrastructure) {
        RestParts parts = new RestParts(infrastructure);
        infrastructure.resources().forEach(parts::add);
        return parts.found;
    }

    private void add(Resource resource) {
        name(resource).ifPresent(name -> found.put(name, resource));
    }

    private Optional<String> name(Resource resource) {
        return switch (resource.type()) {
            case "aws_api_gateway_authorizer" -> Optional.of(AUTHORIZER);
            case "aws_api_gateway_gateway_response" ->
                text(resource, "response_type").map(RestParts::refusal);
            case "aws_api_gateway_resource" -> paths.of(resource).map(RestParts::path);
            case "aws_api_gateway_method" -> method(resource);
            case "aws_api_gateway_integration" -> method(resource).map(RestParts::integration);
            case "aws_api_gateway_method_response" -> answer(resource, RestParts::response);
            case "aws_api_gateway_integration_response" -> answer(resource, RestParts::answer);
            default -> Optional.empty();
        };
    }

    private interface Naming {
        String of(String method, String status);
    }

    private Optional<String> answer(Resource resource, Naming naming) {
        return method(resource)
                .flatMap(method -> text(resource, "status_code").map(status -> naming.of(method, status)));
    }

    private Optional<String> method(Resource resource) {
        return paths.at(resource.get("resource_id"))
                .flatMap(path -> text(resource, "http_method").map(verb -> method(verb, path)));
    }

    private Optional<String> text(Resource resource, String attribute) {
        return infrastructure.resolve(resource.get(attribute)).text();
    }

    /** The resource at {@code path}. */
    public static String path(String path) {
        return path.replaceAll("\\{[^}/]*}", "{}");
    }

    /** The method {@code verb} at {@code path}. */
    public static String method(String verb, String path) {
        return verb + " " + path(path);
    }

    /** The integration of {@code method}, which is called as {@link #method} says. */
    public static String integration(String method) {
        return method + " integration";
    }

    /** What {@code method} declares to answer. */
    public static String response(String method, String status) {
        return method + " response " + status;
    }

    /** What {@code method} makes of its integration's answer. */
    public static String answer(String method, String status) {
        return method + " answer " + status;
    }

    /** What the API says to a call that does not reach an integration. */
    public static String refusal(String type) {
        return "gateway response " + type;
    }
}
