package dev.tollgate.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An address of an API.
 *
 * @param url without a slash at its end; {@code {api_id}} stands for the id that AWS gives at apply
 */
public record Server(String url, String description) {

    private static final String API_ID = "api_id";

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("url", url).put("description", description);
        if (url.contains("{" + API_ID + "}")) {
            json.putObject("variables")
                    .putObject(API_ID)
                    .put("default", "api-id")
                    .put("description", "known once it is deployed: `tollgate output` has it in `base_url`");
        }
        return json;
    }
}
