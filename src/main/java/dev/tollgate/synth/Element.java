package dev.tollgate.synth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.jsii.JsiiSerializable;

/** Something that a stack is made of, as data until {@code src/main/cdktf} has CDKTF make it. */
final class Element {

    private final @Nullable String id;
    private final @Nullable String name;
    private final JsiiSerializable config;
    private final ObjectNode overrides = JsonNodeFactory.instance.objectNode();
    private @Nullable Element provider;
    private List<String> after = List.of();

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
    private String address() {
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
        after = others.stream().map(Element::address).toList();
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
