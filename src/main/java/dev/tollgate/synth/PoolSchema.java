package dev.tollgate.synth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.model.PoolAttribute;
import java.util.Locale;

/**
 * An attribute of people as {@code schema} of {@code aws_cognito_user_pool}. All that AWS fills in is written: the
 * provider compares letter by letter, and cannot change what differs
 * (https://github.com/hashicorp/terraform-provider-aws/issues/21654 and 38224).
 */
final class PoolSchema {

    private static final String LONGEST = "2048";
    private static final String DAY = "10";
    private static final String LEAST = "0";

    /** The greatest whole number that JavaScript tells from the next one. */
    private static final String GREATEST = "9007199254740991";

    private PoolSchema() {}

    static ObjectNode of(PoolAttribute attribute) {
        ObjectNode schema = JsonNodeFactory.instance
                .objectNode()
                .put("name", attribute.name())
                .put("attribute_data_type", type(attribute))
                .put("developer_only_attribute", false)
                .put("mutable", attribute.mutable())
                .put("required", attribute.required());
        if (attribute.isNumber()) {
            ObjectNode bounds = schema.putObject("number_attribute_constraints");
            if (attribute.isStandard()) {
                bounds.put("min_value", LEAST);
            } else {
                bounds.put(
                                "min_value",
                                attribute.value().least().map(String::valueOf).orElse(LEAST))
                        .put(
                                "max_value",
                                attribute.value().most().map(String::valueOf).orElse(GREATEST));
            }
        } else if (attribute.type().equals("string")) {
            boolean day = attribute.name().equals("birthdate");
            schema.putObject("string_attribute_constraints")
                    .put(
                            "min_length",
                            attribute.length().least().map(String::valueOf).orElse(day ? DAY : "0"))
                    .put(
                            "max_length",
                            attribute.length().most().map(String::valueOf).orElse(day ? DAY : LONGEST));
        }
        return schema;
    }

    private static String type(PoolAttribute attribute) {
        if (attribute.isNumber()) {
            return "Number";
        }
        return attribute.type().equals("datetime")
                ? "DateTime"
                : attribute.type().substring(0, 1).toUpperCase(Locale.ROOT)
                        + attribute.type().substring(1);
    }
}
