package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.api_gateway_resource.ApiGatewayResourceConfig;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.RouteKey;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tree of a REST API's paths, each made once however many routes go through it. */
final class RestPaths {

    private final Elements elements;
    private final Element api;
    private final RestDefinition definition;
    private final SortedMap<String, String> resourceIds = new TreeMap<>();
    private final SortedMap<String, String> routedPaths = new TreeMap<>();

    RestPaths(Elements elements, Element api, RestDefinition definition) {
        this.elements = elements;
        this.api = api;
        this.definition = definition;
    }

    /** The resource that {@code key}'s method belongs to. */
    String resourceId(RouteKey key) {
        String id = resourceId(key.segments(), KeyPath.of("routes", key));
        routedPaths.put(new RouteKey("OPTIONS", key.path()).id(ApiKind.REST), id);
        return id;
    }

    private String resourceId(List<String> segments, KeyPath source) {
        String path = "/" + String.join("/", segments);
        String known = resourceIds.get(path);
        if (known != null) {
            return known;
        }
        String made = segments.isEmpty() ? api.attribute("root_resource_id") : resource(segments, source);
        resourceIds.put(path, made);
        return made;
    }

    private String resource(List<String> segments, KeyPath source) {
        int last = segments.size() - 1;
        Element resource = elements.add(
                source,
                name(segments),
                ApiGatewayResourceConfig.builder()
                        .restApiId(api.attribute("id"))
                        .parentId(resourceId(segments.subList(0, last), source))
                        .pathPart(segments.get(last))
                        .build());
        return definition.implied(RestDefinition.Part.ROUTES, resource).attribute("id");
    }

    private static String name(List<String> segments) {
        return RouteKey.pathId(segments, ApiKind.REST, "root");
    }

    /** The resources that have a route of their own, by what their preflights are called. */
    SortedMap<String, String> routed() {
        return Collections.unmodifiableSortedMap(routedPaths);
    }
}
