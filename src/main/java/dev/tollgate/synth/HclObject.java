package dev.tollgate.synth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * JSON as an expression of Terraform's, for {@code jsonencode}: its strings and its keys are templates, as they are
 * everywhere in the emitted JSON, and one that is a reference alone keeps its type.
 */
final class HclObject {

    private final StringBuilder text = new StringBuilder();

    private HclObject() {}

    /** A whole string that is {@code document} as JSON once its templates are filled in. */
    static String jsonencode(JsonNode document) {
        HclObject written = new HclObject();
        written.value(document);
        return Hcl.template("jsonencode(" + written.text + ")");
    }

    private void value(JsonNode node) {
        if (node.isObject()) {
            String before = "{";
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                text.append(before);
                boolean reference = isReference(member.getKey());
                text.append(reference ? "(" : "");
                template(member.getKey());
                text.append(reference ? ") = " : " = ");
                value(member.getValue());
                before = ", ";
            }
            text.append(node.isEmpty() ? "{}" : "}");
        } else if (node.isArray()) {
            String before = "[";
            for (JsonNode item : node) {
                text.append(before);
                value(item);
                before = ", ";
            }
            text.append(node.isEmpty() ? "[]" : "]");
        } else if (node.isTextual()) {
            template(node.textValue());
        } else {
            text.append(node);
        }
    }

    private static boolean isReference(String template) {
        return template.startsWith("${") && end(template, 0) == template.length();
    }

    private void template(String template) {
        if (isReference(template)) {
            text.append(template, 2, template.length() - 1);
            return;
        }
        text.append('"');
        int at = 0;
        while (at < template.length()) {
            boolean escaped = template.startsWith("$${", at);
            int end = !escaped && template.startsWith("${", at) ? end(template, at) : at + (escaped ? 3 : 1);
            String part = template.substring(at, end);
            text.append(part.startsWith("${") ? part : escape(part));
            at = end;
        }
        text.append('"');
    }

    private static String escape(String part) {
        return part.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }

    /** Where the interpolation that begins {@code at} ends; braces in its own strings do not count. */
    private static int end(String template, int at) {
        int depth = 0;
        boolean quoted = false;
        for (int i = at; i < template.length(); i++) {
            char c = template.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '{') {
                depth++;
            } else if (!quoted && c == '}' && --depth == 0) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("an interpolation that does not end: " + template);
    }
}
