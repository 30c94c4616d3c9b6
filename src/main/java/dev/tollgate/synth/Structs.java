package dev.tollgate.synth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.jsii.Jsii;
import software.amazon.jsii.JsiiSerializable;

/**
 * Configurations of the bindings as JSON. jsii's own writer needs Node.js for it, and asks a mapper for every
 * attribute; but they are plain: a field for each attribute, under its name.
 */
final class Structs {

    private final Map<Class<?>, List<Field>> attributes = new HashMap<>();

    /** What jsii calls the type of {@code struct}: {@code @cdktf/provider-aws.iamRole.IamRoleConfig}. */
    static String type(JsiiSerializable struct) {
        return struct.getClass().getInterfaces()[0].getAnnotation(Jsii.class).fqn();
    }

    /** {@code value}, a struct or what an attribute of one may be. */
    JsonNode json(Object value) {
        if (value instanceof Template template) {
            return TextNode.valueOf(template.text());
        }
        if (value instanceof String text) {
            return TextNode.valueOf(text);
        }
        if (value instanceof Boolean bool) {
            return BooleanNode.valueOf(bool);
        }
        if (value instanceof Integer number) {
            return IntNode.valueOf(number);
        }
        if (value instanceof Double number) {
            return DoubleNode.valueOf(number);
        }
        if (value instanceof List<?> list) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode(list.size());
            list.forEach(item -> items.add(json(item)));
            return items;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode members = JsonNodeFactory.instance.objectNode();
            map.forEach((name, member) -> members.set((String) name, json(member)));
            return members;
        }
        if (value instanceof JsiiSerializable struct) {
            return struct(struct);
        }
        throw new IllegalArgumentException("no struct has such an attribute: " + value.getClass());
    }

    private ObjectNode struct(JsiiSerializable struct) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        for (Field attribute : attributes.computeIfAbsent(struct.getClass(), Structs::attributes)) {
            try {
                Object value = attribute.get(struct);
                if (value != null) {
                    members.set(attribute.getName(), json(value));
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("it was made accessible", e);
            }
        }
        return members;
    }

    private static List<Field> attributes(Class<?> struct) {
        List<Field> fields = Arrays.stream(struct.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .toList();
        fields.forEach(field -> field.setAccessible(true));
        return fields;
    }
}
