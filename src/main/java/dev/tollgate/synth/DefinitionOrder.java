package dev.tollgate.synth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What of a REST API has to be there before what, where no reference says so: API Gateway refuses the integration of a
 * method that is not there, and a deployment takes the definition as it finds it. CDKTF would be told by elements, and
 * make two tokens of each, which was a twentieth of the work that a route is.
 */
final class DefinitionOrder {

    private static final String METHOD = "aws_api_gateway_method";
    private static final String INTEGRATION = "aws_api_gateway_integration";
    private static final String METHOD_RESPONSE = "aws_api_gateway_method_response";
    private static final String INTEGRATION_RESPONSE = "aws_api_gateway_integration_response";
    private static final String GATEWAY_RESPONSE = "aws_api_gateway_gateway_response";
    private static final String DEPLOYMENT = "aws_api_gateway_deployment";

    private final JsonNode resources;

    private DefinitionOrder(JsonNode resources) {
        this.resources = resources;
    }

    /** Puts {@code depends_on} into the REST API in {@code stack}, if there is one. */
    static void fill(ObjectNode stack) {
        DefinitionOrder order = new DefinitionOrder(stack.path("resource"));
        order.after(METHOD, INTEGRATION);
        order.after(INTEGRATION, INTEGRATION_RESPONSE);
        ArrayNode definition = JsonNodeFactory.instance.arrayNode();
        for (String type : List.of(METHOD, INTEGRATION, METHOD_RESPONSE, INTEGRATION_RESPONSE, GATEWAY_RESPONSE)) {
            order.resources.path(type).fieldNames().forEachRemaining(name -> definition.add(type + "." + name));
        }
        order.resources.path(DEPLOYMENT).forEach(deployment -> put((ObjectNode) deployment, definition));
    }

    /** Every resource of {@code type} comes after that of type {@code first} and its name, unless it refers to it. */
    private void after(String first, String type) {
        for (Map.Entry<String, JsonNode> resource : resources.path(type).properties()) {
            String address = first + "." + resource.getKey();
            if (!resource.getValue().path("http_method").asText().contains(address + ".")) {
                put(
                        (ObjectNode) resource.getValue(),
                        JsonNodeFactory.instance.arrayNode().add(address));
            }
        }
    }

    /** Attributes are sorted, as CDKTF writes them. */
    private static void put(ObjectNode resource, ArrayNode addresses) {
        TreeMap<String, JsonNode> sorted = new TreeMap<>();
        resource.properties().forEach(attribute -> sorted.put(attribute.getKey(), attribute.getValue()));
        sorted.put("depends_on", addresses);
        resource.removeAll();
        resource.setAll(sorted);
    }
}
