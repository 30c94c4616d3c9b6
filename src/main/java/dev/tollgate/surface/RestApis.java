package dev.tollgate.surface;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** REST APIs, from methods and from an OpenAPI body alike. */
final class RestApis {

    private static final String API = "aws_api_gateway_rest_api";

    private final Infrastructure infrastructure;
    private final List<String> unjudged;
    private final Owners owners;
    private final ResourcePaths paths;
    private final Integrations integrations;
    private final Map<String, Resource> integrationOf = new HashMap<>();

    RestApis(Infrastructure infrastructure, List<String> unjudged) {
        this.infrastructure = infrastructure;
        this.unjudged = unjudged;
        this.owners = new Owners(infrastructure);
        this.paths = new ResourcePaths(infrastructure);
        this.integrations = new Integrations(infrastructure);
    }

    List<Api> read() {
        for (Resource integration : infrastructure.ofType("aws_api_gateway_integration")) {
            integrationOf.putIfAbsent(methodKey(integration), integration);
        }
        Map<String, List<Resource>> methods = new HashMap<>();
        Map<String, Resource> apis = new TreeMap<>();
        infrastructure.ofType(API).forEach(api -> apis.put(api.address(), api));
        for (Resource method : infrastructure.ofType("aws_api_gateway_method")) {
            Resource api = owners.api(method.get("rest_api_id"), API);
            apis.putIfAbsent(api.address(), api);
            methods.computeIfAbsent(api.address(), key -> new ArrayList<>()).add(method);
        }
        return apis.values().stream()
                .map(api -> api(api, methods.getOrDefault(api.address(), List.of())))
                .toList();
    }

    private Api api(Resource api, List<Resource> methods) {
        List<Authorizer> authorizers = new ArrayList<>(owned("aws_api_gateway_authorizer", api).stream()
                .map(new AuthorizerReader(infrastructure)::rest)
                .toList());
        List<ApiRoute> routes = new ArrayList<>();
        AccessReader access = new AccessReader(infrastructure, authorizers);
        boolean certain = true;
        for (Resource method : methods) {
            ApiRoute route = route(method, access);
            certain &= !route.path().startsWith("(");
            routes.add(route);
        }
        routes.sort(null);
        return new Api(
                api,
                Api.Kind.REST,
                routes,
                authorizers,
                owned("aws_api_gateway_stage", api),
                certain && Documents.areKnown(infrastructure, api, unjudged));
    }

    private List<Resource> owned(String type, Resource api) {
        return infrastructure.ofType(type).stream()
                .filter(resource ->
                        owners.api(resource.get("rest_api_id"), API).address().equals(api.address()))
                .toList();
    }

    private ApiRoute route(Resource method, AccessReader access) {
        String verb = infrastructure
                .resolve(method.get("http_method"))
                .text()
                .map(text -> text.toUpperCase(Locale.ROOT))
                .orElse("");
        String path = paths.at(method.get("resource_id")).orElse("(" + method.address() + ")");
        Optional<Integration> integration =
                Optional.ofNullable(integrationOf.get(methodKey(method))).map(integrations::rest);
        boolean apiKey = method.get("api_key_required").is("true");
        return new ApiRoute(method, verb, path, access.read(method, method.get("authorization")), integration, apiKey);
    }

    /** The same for a method and for its integration: API, resource and verb, each by what it leads to. */
    private String methodKey(Resource resource) {
        Value verb = resource.get("http_method");
        ReferenceTarget method = infrastructure.follow(verb, "aws_api_gateway_method");
        if (method instanceof ReferenceTarget.To to && resource.type().equals("aws_api_gateway_integration")) {
            return methodKey(to.resource());
        }
        Optional<Resource> at = owners.of(resource.get("resource_id"), "aws_api_gateway_resource", API);
        return at.map(Resource::address).orElseGet(() -> "unknown " + resource.address()) + " "
                + infrastructure.resolve(verb).text().orElse("");
    }
}
