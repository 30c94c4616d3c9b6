package dev.tollgate.synth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A value in Terraform's state. AWS has nothing of it; the CDKTF bindings have no class for it, so that it is put into
 * the emitted JSON as data.
 *
 * @param name its name, after {@code terraform_data.}
 * @param body its arguments
 */
record Memory(String name, ObjectNode body) {

    /** Terraform's own type for values in the state. */
    static final String TYPE = "terraform_data";

    /** {@code value} as it was when the stack was first applied: a later one does not change it. */
    static Memory ofFirst(String name, String value) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("input", Hcl.literal(value));
        body.putObject("lifecycle").putArray("ignore_changes").add("input");
        return new Memory(name, body);
    }

    /** {@code value} as it is now. */
    static Memory of(String name, String value) {
        return new Memory(name, JsonNodeFactory.instance.objectNode().put("input", Hcl.literal(value)));
    }

    /**
     * Replaced whenever {@code template} has another value, and with it what is {@link Element#replacedWith replaced
     * with} it; a stack that does not have it yet gets it, and keeps the rest.
     */
    static Memory ofLatest(String name, String template) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("triggers_replace").add(template);
        return new Memory(name, body);
    }

    String address() {
        return TYPE + "." + name;
    }

    /** An expression: whether what the state remembers is {@code value}. */
    String is(String value) {
        return address() + ".output == " + Hcl.quoted(value);
    }
}
