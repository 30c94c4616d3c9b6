package dev.tollgate.graph;

import dev.tollgate.surface.CalledByPool;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;

/** Who signs in to a pool, who vouches for them, and what the pool calls on the way. */
final class SignIns {

    private final Infrastructure infrastructure;
    private final AccessWording wording;
    private final Backends backends;

    SignIns(Infrastructure infrastructure, AccessWording wording, Backends backends) {
        this.infrastructure = infrastructure;
        this.wording = wording;
        this.backends = backends;
    }

    /** Adds what {@code pool}, whose node is {@code id}, says of people; nothing where it says nothing. */
    void add(GraphBuilder graph, Resource pool, String id) {
        List<Resource> providers = of("aws_cognito_identity_provider", pool);
        List<String> lines = people(pool);
        if (!lines.isEmpty() || !providers.isEmpty()) {
            String people = graph.node(
                    "people " + pool.address(), Node.Kind.CALLER, Tone.PLAIN, "who signs in", "people", lines);
            graph.edge(people, id, Tone.PLAIN, "");
        }
        for (Resource provider : providers) {
            String node = graph.node(
                    provider.address(),
                    Node.Kind.IDENTITY_PROVIDER,
                    Tone.PLAIN,
                    "identity provider",
                    wording.name(provider, "provider_name"),
                    List.of());
            graph.edge(node, id, Tone.PLAIN, "");
        }
        CalledByPool.of(infrastructure, pool)
                .forEach((trigger, function) ->
                        graph.edge(id, backends.function(graph, function), Tone.PLAIN, trigger.replace('_', ' ')));
    }

    private List<String> people(Resource pool) {
        List<String> lines = new ArrayList<>();
        for (String attribute : List.of("username_attributes", "alias_attributes")) {
            for (Value address : infrastructure.resolve(pool.get(attribute)).items()) {
                lines.add("sign in by " + wording.text(address));
            }
        }
        of("aws_cognito_user_group", pool).forEach(group -> lines.add("group " + wording.name(group, "name")));
        return lines;
    }

    private List<Resource> of(String type, Resource pool) {
        return infrastructure.ofType(type).stream()
                .filter(one ->
                        infrastructure.follow(one.get("user_pool_id"), pool.type()) instanceof ReferenceTarget.To to
                                && to.resource().isSame(pool))
                .toList();
    }
}
