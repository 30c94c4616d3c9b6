package dev.tollgate.synth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.archive.Sha256;
import dev.tollgate.beside.OwnRestParts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a REST API's deployment is a snapshot of, part by part: a plan names the part that changed. Each part's digest,
 * a trigger of the deployment, is taken of the emitted JSON once it is there.
 */
final class RestDefinition {

    /** A part of the definition, and its key in the deployment's triggers. */
    enum Part {
        // That the default endpoint is closed holds from the next deployment on:
        // https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html
        API("api"),
        ROUTES("routes"),
        AUTHORIZER("authorizer"),
        CORS("cors");

        private final String trigger;

        Part(String trigger) {
            this.trigger = trigger;
        }

        String trigger() {
            return trigger;
        }

        /** What stands in the trigger until the definition is there. */
        String placeholder() {
            return "digest of " + trigger;
        }
    }

    /** The argument that holds the routes of an API that has them in one document; a trigger of its own. */
    static final String BODY = "body";

    /** For each part the names of its resources, by type, types in the order in which they came. */
    private final Map<Part, Map<String, Set<String>>> parts = new EnumMap<>(Part.class);

    private final List<Element> elements = new ArrayList<>();

    private final String deployment;

    /** {@code deployment} is the name of its deployment in Terraform. */
    RestDefinition(String deployment) {
        this.deployment = deployment;
        for (Part part : Part.values()) {
            parts.put(part, new LinkedHashMap<>());
        }
    }

    /** Makes {@code element} one of {@code part}; a deployment is made after it. */
    Element add(Part part, Element element) {
        elements.add(element);
        return implied(part, element);
    }

    /** As {@link #add}, of what others of the definition refer to and so come after. */
    Element implied(Part part, Element element) {
        String address = element.address();
        int dot = address.indexOf('.');
        part(part)
                .computeIfAbsent(address.substring(0, dot), type -> new TreeSet<>())
                .add(address.substring(dot + 1));
        return element;
    }

    private Map<String, Set<String>> part(Part part) {
        return parts.getOrDefault(part, Map.of());
    }

    /** The name of its deployment in Terraform. */
    String deployment() {
        return deployment;
    }

    /** What a deployment is to come after. */
    Collection<Element> elements() {
        return List.copyOf(elements);
    }

    /** The addresses of what it is made of. */
    private Set<String> addresses() {
        Set<String> addresses = new TreeSet<>();
        parts.values()
                .forEach(types ->
                        types.forEach((type, names) -> names.forEach(name -> addresses.add(type + "." + name))));
        return addresses;
    }

    /** Has the deployment in {@code stack}, the emitted JSON, follow what of {@code own} is part of the API. */
    void follow(OwnRestParts own, ObjectNode stack) {
        if (stack.at("/resource/aws_api_gateway_deployment/" + deployment) instanceof ObjectNode made) {
            own.addresses().forEach(made.withArray("/depends_on")::add);
            own.triggers(addresses()).forEach(made.withObject("/triggers")::put);
        }
    }

    /** Replaces the placeholders in {@code stack}, the emitted JSON. */
    void fillDigests(ObjectNode stack) {
        if (stack.at("/resource/aws_api_gateway_deployment/" + deployment + "/triggers")
                instanceof ObjectNode triggers) {
            parts.forEach((part, types) -> {
                if (triggers.has(part.trigger())) {
                    triggers.put(part.trigger(), digest(stack.path("resource"), types));
                }
            });
        }
    }

    /** Of what API Gateway gets; how Terraform goes about it is not part of the definition. */
    private static String digest(JsonNode resources, Map<String, Set<String>> types) {
        Sha256 digest = new Sha256();
        types.forEach((type, names) -> resources.path(type).properties().forEach(resource -> {
            if (names.contains(resource.getKey())) {
                ObjectNode definition = resource.getValue().deepCopy();
                definition.remove("//");
                definition.remove("lifecycle");
                definition.remove(BODY);
                String line = type + "." + resource.getKey() + " " + definition + "\n";
                digest.add(line.getBytes(StandardCharsets.UTF_8));
            }
        }));
        return digest.hex();
    }
}
