package dev.tollgate.synth;

import com.hashicorp.cdktf.IResolvable;
import java.util.List;
import java.util.Map;

/**
 * Values that may still change after synth: references to the variables that carry them. What the user wrote reaches
 * the emitted JSON through these, so that nothing in it is ever read as a template.
 */
final class Late {

    private Late() {}

    /**
     * The expression of a value: {@code var.functions["books"].timeout}; keys of maps are quoted, attributes are not.
     */
    static String expression(String... path) {
        StringBuilder expression = new StringBuilder("var");
        for (String part : path) {
            expression.append(part.startsWith("\"") ? "[" + part + "]" : "." + part);
        }
        return expression.toString();
    }

    /** A part of a path that is the key of a map. */
    static String key(String name) {
        return Hcl.quoted(name);
    }

    static String text(String... path) {
        return Hcl.template(expression(path));
    }

    /** The value at {@code path}, or {@code fallback}, an expression, where the file gives none. */
    static String textOr(String fallback, String... path) {
        return Hcl.template("coalesce(" + expression(path) + ", " + fallback + ")");
    }

    static Number number(String... path) {
        return new Template.OfNumber(text(path));
    }

    static IResolvable value(String... path) {
        return new Template.OfAny(text(path));
    }

    static IResolvable negated(String... path) {
        return new Template.OfAny(Hcl.template("!" + expression(path)));
    }

    static List<String> texts(String... path) {
        return new Template.OfTexts(text(path));
    }

    static Map<String, String> textMap(String... path) {
        return new Template.OfTextMap(text(path));
    }
}
