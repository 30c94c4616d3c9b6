package dev.tollgate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What an apply would have left: an emitted stack whose state, in a file beside it, has outputs. */
final class DeployedState {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path stack;

    /**
     * The stack of {@code environment} under {@code folder}, which {@code emitted} is; nothing is deployed of it yet.
     */
    DeployedState(Path folder, String environment, Path emitted) throws IOException {
        this.stack = Files.createDirectories(folder.resolve("stacks").resolve(environment));
        ObjectNode written = (ObjectNode) JSON.readTree(emitted.toFile());
        ObjectNode terraform = (ObjectNode) written.path("terraform");
        terraform.putObject("backend").putObject("local").put("path", "state.tfstate");
        JSON.writeValue(stack.resolve("cdk.tf.json").toFile(), written);
    }

    /** Deploys it with {@code outputs}: texts, and maps of texts. */
    void deploy(Map<String, Object> outputs) throws IOException {
        deploy(outputs, JSON.createArrayNode());
    }

    /** Deploys it with {@code outputs} and a REST API of this id. */
    void deploy(Map<String, Object> outputs, String restApi) throws IOException {
        ArrayNode resources = JSON.createArrayNode();
        resources
                .addObject()
                .put("mode", "managed")
                .put("type", "aws_api_gateway_rest_api")
                .put("name", "api")
                .put("provider", "provider[\"registry.terraform.io/hashicorp/aws\"]")
                .putArray("instances")
                .addObject()
                .putObject("attributes")
                .put("id", restApi)
                .put("arn", "arn:aws:apigateway:eu-west-1::/restapis/" + restApi);
        deploy(outputs, resources);
    }

    private void deploy(Map<String, Object> outputs, ArrayNode resources) throws IOException {
        ObjectNode state = JSON.createObjectNode()
                .put("version", 4)
                .put("terraform_version", "1.3.0")
                .put("serial", 1)
                .put("lineage", "11111111-2222-3333-4444-555555555555");
        ObjectNode all = state.putObject("outputs");
        outputs.forEach((name, value) -> output(all.putObject(name), name, JSON.valueToTree(value)));
        state.set("resources", resources);
        JSON.writeValue(stack.resolve("state.tfstate").toFile(), state);
    }

    private static void output(ObjectNode output, String name, JsonNode value) {
        output.set("value", value);
        output.put("sensitive", name.equals("client_secrets"));
        if (value.isTextual()) {
            output.put("type", "string");
            return;
        }
        ArrayNode type = output.putArray("type").add("object");
        ObjectNode members = type.addObject();
        value.fieldNames().forEachRemaining(member -> members.put(member, "string"));
    }
}
