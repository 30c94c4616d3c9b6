package dev.tollgate.synth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What has to hold for a plan to go on, as Terraform's JSON has it. */
final class Conditions {

    private Conditions() {}

    /** {@code condition} is an expression; {@code message} is what Terraform says when it is false. */
    static ObjectNode json(String condition, String message) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("condition", Hcl.template(condition))
                .put("error_message", Hcl.literal(message));
    }
}
