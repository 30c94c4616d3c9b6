package dev.tollgate.synth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.archive.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Puts the digests of a REST API's emitted definition where its deployment's triggers stand in for them. */
final class DefinitionDigests {

    /**
     * A part of the definition that a plan names when it changed.
     *
     * @param trigger its key in the deployment's triggers
     * @param types the types of the resources that it may be made of
     * @param has whether it has the resource of a type and name
     */
    record Part(String trigger, List<String> types, BiPredicate<String, String> has) {

        /** What stands in the trigger until the definition is there. */
        String placeholder() {
            return "digest of " + trigger;
        }
    }

    /** All parts; every resource of the definition belongs to one of them. */
    static final List<Part> PARTS = List.of(
            // That the default endpoint is closed holds from the next deployment on:
            // https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html
            new Part("api", List.of("aws_api_gateway_rest_api"), (type, name) -> true),
            new Part(
                    "routes",
                    List.of("aws_api_gateway_resource", "aws_api_gateway_method", "aws_api_gateway_integration"),
                    (type, name) -> !isPreflight(type, name)),
            new Part("authorizer", List.of("aws_api_gateway_authorizer"), (type, name) -> true),
            new Part(
                    "cors",
                    List.of(
                            "aws_api_gateway_method",
                            "aws_api_gateway_integration",
                            "aws_api_gateway_method_response",
                            "aws_api_gateway_integration_response",
                            "aws_api_gateway_gateway_response"),
                    (type, name) -> isPreflight(type, name) || name.startsWith("default_")));

    /** A path may begin with {@code /options} too, and is no preflight. */
    private static boolean isPreflight(String type, String name) {
        return name.startsWith("options_") && !type.equals("aws_api_gateway_resource");
    }

    private DefinitionDigests() {}

    /** Replaces the placeholders in {@code stack}, the emitted JSON. */
    static void fill(ObjectNode stack) {
        JsonNode triggers = stack.at("/resource/aws_api_gateway_deployment/api/triggers");
        if (triggers instanceof ObjectNode object) {
            for (Part part : PARTS) {
                object.put(part.trigger(), digest(stack.path("resource"), part));
            }
        }
    }

    private static String digest(JsonNode resources, Part part) {
        Sha256 digest = new Sha256();
        for (String type : part.types()) {
            for (Map.Entry<String, JsonNode> resource : resources.path(type).properties()) {
                if (part.has().test(type, resource.getKey())) {
                    JsonNode definition = resource.getValue().deepCopy();
                    ((ObjectNode) definition).remove("//");
                    String line = type + "." + resource.getKey() + " " + definition + "\n";
                    digest.add(line.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return digest.hex();
    }
}
