package dev.tollgate.surface;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** HTTP and WebSocket APIs, from routes, from an OpenAPI body and from a quick create. */
final class HttpApis {

    private static final String API = "aws_apigatewayv2_api";

    private final Infrastructure infrastructure;
    private final List<String> unjudged;
    private final Owners owners;
    private final Integrations integrations;

    HttpApis(Infrastructure infrastructure, List<String> unjudged) {
        this.infrastructure = infrastructure;
        this.unjudged = unjudged;
        this.owners = new Owners(infrastructure);
        this.integrations = new Integrations(infrastructure);
    }

    List<Api> read() {
        Map<String, Resource> apis = new TreeMap<>();
        Map<String, List<Resource>> routes = new HashMap<>();
        infrastructure.ofType(API).forEach(api -> apis.put(api.address(), api));
        for (Resource route : infrastructure.ofType("aws_apigatewayv2_route")) {
            Resource api = owners.api(route.get("api_id"), API);
            apis.putIfAbsent(api.address(), api);
            routes.computeIfAbsent(api.address(), key -> new ArrayList<>()).add(route);
        }
        return apis.values().stream()
                .map(api -> api(api, routes.getOrDefault(api.address(), List.of())))
                .toList();
    }

    private Api api(Resource api, List<Resource> resources) {
        List<Authorizer> authorizers = new ArrayList<>(owned("aws_apigatewayv2_authorizer", api).stream()
                .map(new AuthorizerReader(infrastructure)::http)
                .toList());
        AccessReader access = new AccessReader(infrastructure, authorizers);
        List<ApiRoute> routes = new ArrayList<>();
        boolean certain = true;
        for (Resource resource : resources) {
            ApiRoute route = route(resource, access);
            certain &= !route.path().startsWith("(");
            routes.add(route);
        }
        quick(api).ifPresent(routes::add);
        routes.sort(null);
        Api.Kind kind =
                infrastructure.resolve(api.get("protocol_type")).is("WEBSOCKET") ? Api.Kind.WEBSOCKET : Api.Kind.HTTP;
        return new Api(
                api,
                kind,
                routes,
                authorizers,
                owned("aws_apigatewayv2_stage", api),
                certain && Documents.areKnown(infrastructure, api, unjudged));
    }

    private List<Resource> owned(String type, Resource api) {
        return infrastructure.ofType(type).stream()
                .filter(resource ->
                        owners.api(resource.get("api_id"), API).address().equals(api.address()))
                .toList();
    }

    private ApiRoute route(Resource route, AccessReader access) {
        String key = infrastructure.resolve(route.get("route_key")).text().orElse("(" + route.address() + ")");
        Optional<Integration> integration =
                owners.of(route.get("target"), "aws_apigatewayv2_integration").map(integrations::http);
        boolean apiKey = route.get("api_key_required").is("true");
        return of(route, key, access.read(route, route.get("authorization_type")), integration, apiKey);
    }

    private static ApiRoute of(
            Resource resource, String key, Access access, Optional<Integration> integration, boolean apiKey) {
        int space = key.startsWith("(") ? -1 : key.indexOf(' ');
        String method = space < 0 ? "" : key.substring(0, space);
        return new ApiRoute(resource, method, key.substring(space + 1), access, integration, apiKey);
    }

    /** A {@code target} on the API itself makes one open route. */
    private Optional<ApiRoute> quick(Resource api) {
        Value target = api.get("target");
        if (target.isUnset()) {
            return Optional.empty();
        }
        String key = infrastructure.resolve(api.get("route_key")).text().orElse("$default");
        Integration integration = integrations.lambda(api, target);
        return Optional.of(of(api, key, new Access.Open(), Optional.of(integration), false));
    }
}
