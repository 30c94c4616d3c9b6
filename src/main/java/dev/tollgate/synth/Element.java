package dev.tollgate.synth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.jsii.JsiiSerializable;

/** Something that a stack is made of, as data until {@code src/main/cdktf} has CDKTF make it. */
final class Element {

    private final @Nullable String id;
    private final @Nullable String name;
    private final JsiiSerializable config;
    private final ObjectNode overrides = JsonNodeFactory.instance.objectNode();
    private final Set<String> after = new LinkedHashSet<>();
    private @Nullable Element provider;

    /**
     * {@code config} is that of its class. A resource has a {@code name}, and its address for an {@code id}; a backend
     * has neither.
     */
    Element(@Nullable String id, @Nullable String name, JsiiSerializable config) {
        this.id = id;
        this.name = name;
        this.config = config;
    }

    /** {@code aws_api_gateway_method.get_books}. */
    String address() {
        if (id == null || name == null) {
            throw new IllegalStateException("only a resource has an address: " + config);
        }
        return id;
    }

    /** A reference to one of its attributes. */
    String attribute(String attribute) {
        return Hcl.template(address() + "." + attribute);
    }

    /** Has Terraform make {@code others} first, where no reference says so. */
    Element after(Collection<Element> others) {
        others.stream().map(Element::address).forEach(after::add);
        return this;
    }

    /** Has it made by {@code provider}, and not by the one of the environment's region. */
    Element by(Element provider) {
        this.provider = provider;
        return this;
    }

    /** Sets an attribute that its class does not know. */
    Element override(String attribute, boolean value) {
        overrides.put(attribute, value);
        return this;
    }

    /** The same with an expression, for an attribute in a block too, after the block's name and a dot. */
    Element override(String attribute, String value) {
        overrides.put(attribute, value);
        return this;
    }

    /** Sets {@code attributes}, under their names in Terraform, beside those that its class knows. */
    Element with(ObjectNode attributes) {
        overrides.setAll(attributes);
        return this;
    }

    /**
     * Has Terraform make its replacement first, and remove what has left the file only when nothing uses it any more:
     * Terraform remembers this in the state.
     */
    Element createdBeforeDestroyed() {
        lifecycle().put("create_before_destroy", true);
        return this;
    }

    /** Has Terraform refuse to destroy it while it is in the file. */
    Element protectedFromDestroy() {
        lifecycle().put("prevent_destroy", true);
        return this;
    }

    /** Keeps what {@code attributes} were when it was made, whatever the file says now. */
    Element keeping(String... attributes) {
        for (String attribute : attributes) {
            lifecycle().withArray("/ignore_changes").add(attribute);
        }
        return this;
    }

    /** Has it replaced whenever what is at {@code address} changes. */
    Element replacedWith(String address) {
        lifecycle().withArray("/replace_triggered_by").add(address);
        return this;
    }

    /** Has a plan fail with {@code message} unless {@code condition}, an expression, holds before it is changed. */
    Element demanding(String condition, String message) {
        lifecycle().withArray("/precondition").add(Conditions.json(condition, message));
        return this;
    }

    /** Has a plan fail with {@code message} unless {@code condition}, an expression on {@code self}, holds of it. */
    Element being(String condition, String message) {
        lifecycle().withArray("/postcondition").add(Conditions.json(condition, message));
        return this;
    }

    private ObjectNode lifecycle() {
        return overrides.withObject("/lifecycle");
    }

    ObjectNode json(Structs structs) {
        ObjectNode element = JsonNodeFactory.instance.objectNode();
        element.put("type", Structs.type(config));
        element.set("config", structs.json(config));
        if (id != null) {
            element.put("id", id);
        }
        if (name != null) {
            element.put("name", name);
        }
        if (provider != null) {
            element.put("provider", provider.id);
        }
        if (!after.isEmpty()) {
            after.forEach(element.putArray("after")::add);
        }
        if (!overrides.isEmpty()) {
            element.set("overrides", overrides);
        }
        return element;
    }
}
