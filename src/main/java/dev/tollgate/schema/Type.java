package dev.tollgate.schema;

import java.util.List;
import java.util.Optional;

/** The type of a value in an environment file; Terraform's own types. */
public sealed interface Type {

    /** The type as a person calls it: {@code a list of strings}. */
    String spoken();

    /** The type as Terraform writes it: {@code list(string)}. */
    String expression();

    /** A value without parts. */
    enum Primitive implements Type {
        STRING("string"),
        NUMBER("number"),
        BOOL("bool");

        private final String expression;

        Primitive(String expression) {
            this.expression = expression;
        }

        @Override
        public String spoken() {
            return "a " + expression;
        }

        @Override
        public String expression() {
            return expression;
        }
    }

    /** Any number of values of one type, in order. */
    record ListOf(Type element) implements Type {
        @Override
        public String spoken() {
            return "a list of " + plural(element);
        }

        @Override
        public String expression() {
            return "list(" + element.expression() + ")";
        }
    }

    /** Any number of values of one type, each under a name the user gives. */
    record MapOf(Type element) implements Type {
        @Override
        public String spoken() {
            return "a map of " + plural(element);
        }

        @Override
        public String expression() {
            return "map(" + element.expression() + ")";
        }
    }

    /** Named attributes, each of its own type. */
    record ObjectOf(List<Attribute> attributes) implements Type {

        public ObjectOf {
            attributes = List.copyOf(attributes);
        }

        /** The attribute called {@code name}. */
        public Optional<Attribute> attribute(String name) {
            return attributes.stream().filter(a -> a.name().equals(name)).findFirst();
        }

        /** Whether {@code key} is one of its own. */
        @SuppressWarnings("ReferenceEquality") // each key has one attribute
        public boolean has(Key key) {
            // Records compare their parts, which would walk the whole schema.
            for (Attribute attribute : attributes) {
                if (attribute == key.attribute()) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String spoken() {
            return "an object";
        }

        @Override
        public String expression() {
            return attributes.stream()
                    .map(Attribute::declaration)
                    .collect(java.util.stream.Collectors.joining(", ", "object({", "})"));
        }
    }

    private static String plural(Type element) {
        return element.spoken().replaceFirst("^an? ", "") + "s";
    }
}
