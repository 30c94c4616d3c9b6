package dev.tollgate.graph;

import dev.tollgate.surface.Api;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import java.util.ArrayList;
import java.util.List;

/** The names under which an API is called: custom domains, or the one that API Gateway gives. */
final class Entrances {

    private final Infrastructure infrastructure;
    private final AccessWording wording;

    Entrances(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
        this.wording = new AccessWording(infrastructure);
    }

    /** Adds a node for each way into {@code api}; their ids. */
    List<String> add(GraphBuilder graph, Api api) {
        List<String> ids = new ArrayList<>();
        for (String type : List.of("aws_api_gateway_base_path_mapping", "aws_apigatewayv2_api_mapping")) {
            for (Resource mapping : infrastructure.ofType(type)) {
                if (leadsTo(mapping, api)) {
                    ids.add(graph.node(
                            mapping.address(),
                            Node.Kind.DOMAIN,
                            Tone.PLAIN,
                            "custom domain",
                            wording.text(mapping.get("domain_name")) + basePath(mapping),
                            defaultStays(api) ? List.of("the execute-api endpoint", "answers too") : List.of()));
                }
            }
        }
        return ids.isEmpty() ? List.of(standard(graph, api)) : ids;
    }

    private String standard(GraphBuilder graph, Api api) {
        return graph.node(
                "endpoint of " + api.resource().address(),
                Node.Kind.DOMAIN,
                Tone.PLAIN,
                defaultStays(api) ? "endpoint" : "endpoint, switched off",
                "execute-api",
                region(api.resource()));
    }

    private boolean leadsTo(Resource mapping, Api api) {
        return infrastructure.follow(mapping.get("api_id")) instanceof ReferenceTarget.To to
                && to.resource().isSame(api.resource());
    }

    private boolean defaultStays(Api api) {
        return !infrastructure
                .resolve(api.resource().get("disable_execute_api_endpoint"))
                .is("true");
    }

    private String basePath(Resource mapping) {
        String attribute = mapping.type().contains("v2") ? "api_mapping_key" : "base_path";
        return mapping.get(attribute).isUnset() ? "" : "/" + wording.text(mapping.get(attribute));
    }

    /** Of the resource's provider. */
    private List<String> region(Resource resource) {
        return infrastructure.providers().stream()
                .filter(provider -> provider.key().equals(resource.provider()))
                .flatMap(provider -> infrastructure.resolve(provider.values().get("region")).text().stream())
                .limit(1)
                .toList();
    }
}
