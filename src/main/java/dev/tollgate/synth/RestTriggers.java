package dev.tollgate.synth;

import dev.tollgate.model.Definition;
import dev.tollgate.model.Environment;
import dev.tollgate.schema.AuthorizerKeys;
import dev.tollgate.schema.EnvironmentKeys;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What makes a REST API deploy again: its own definition, part by part, so that a plan shows which part changed. The
 * digests are taken of the emitted JSON once it is there ({@link RestDefinition}); what may change late is referred to.
 */
record RestTriggers(Environment environment, Element api, Compute compute, Optional<String> poolArn) {

    SortedMap<String, String> all() {
        return environment.definition() == Definition.OPENAPI ? ofBody() : ofResources();
    }

    /** The document holds whatever may change late, too. */
    private SortedMap<String, String> ofBody() {
        SortedMap<String, String> triggers = new TreeMap<>();
        triggers.put(RestDefinition.Part.API.trigger(), RestDefinition.Part.API.placeholder());
        triggers.put("body", Hcl.template("sha256(" + api.address() + "." + RestDefinition.BODY + ")"));
        return triggers;
    }

    private SortedMap<String, String> ofResources() {
        SortedMap<String, String> triggers = new TreeMap<>();
        for (RestDefinition.Part part : RestDefinition.Part.values()) {
            triggers.put(part.trigger(), part.placeholder());
        }
        triggers.put("functions", functions());
        poolArn.ifPresent(arn -> triggers.put("user_pool", arn));
        triggers.put(
                "authorizer_ttl",
                Hcl.template("jsonencode("
                        + Variable.of(EnvironmentKeys.AUTHORIZER, AuthorizerKeys.TTL)
                                .expression() + ")"));
        return triggers;
    }

    private String functions() {
        return environment.routes().stream()
                .flatMap(route -> route.target().function().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(function -> compute.invoked(function).qualifiedName())
                .collect(Collectors.joining(","));
    }
}
