package dev.tollgate.synth;

import com.hashicorp.cdktf.IResolvable;
import dev.tollgate.schema.EnvironmentKeys;
import dev.tollgate.schema.Key;
import dev.tollgate.schema.Type;
import java.util.List;
import java.util.Map;

/**
 * A reference to the variable that carries a key of the environment file, or to a part of it:
 * {@code var.functions["books"].timeout}. What the user wrote reaches the emitted JSON through these, so that it may
 * change after synth, and nothing in it is ever read as a template.
 */
final class Variable {

    private final String expression;
    private final Type type;

    private Variable(String expression, Type type) {
        this.expression = expression;
        this.type = type;
    }

    /** The variable of {@code key}, or what stands in it under {@code inner}, one key in another. */
    static Variable of(EnvironmentKeys key, Key... inner) {
        Variable variable = new Variable("var." + key.word(), key.attribute().type());
        for (Key next : inner) {
            variable = variable.at(next);
        }
        return variable;
    }

    /** What stands under {@code key} in it; it is an object that has the key. */
    Variable at(Key key) {
        if (!(type instanceof Type.ObjectOf object) || !object.has(key)) {
            throw new IllegalArgumentException("`" + expression + "` has no key " + key);
        }
        return new Variable(expression + "." + key.word(), key.attribute().type());
    }

    /** The entry called {@code name}; it is a map. */
    Variable entry(String name) {
        if (!(type instanceof Type.MapOf map)) {
            throw new IllegalArgumentException("`" + expression + "` has no entries");
        }
        return new Variable(expression + "[" + Hcl.quoted(name) + "]", map.element());
    }

    /** The reference itself, without {@code ${…}}. */
    String expression() {
        return expression;
    }

    String text() {
        return Hcl.template(expression);
    }

    /** The value, or {@code fallback}, an expression, where the file gives none. */
    String textOr(String fallback) {
        return Hcl.template("coalesce(" + expression + ", " + fallback + ")");
    }

    Number number() {
        return new Template.OfNumber(text());
    }

    IResolvable value() {
        return new Template.OfAny(text());
    }

    IResolvable negated() {
        return new Template.OfAny(Hcl.template("!" + expression));
    }

    List<String> texts() {
        return new Template.OfTexts(text());
    }

    Map<String, String> textMap() {
        return new Template.OfTextMap(text());
    }
}
