package dev.tollgate.terraform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an attribute, a block or a part of either holds, as far as it is known before anything is applied. The third
 * answer, {@link Unknown}, is never to be taken for {@link Absent}: see {@link #isCertain()}.
 */
public sealed interface Value {

    /** Not written, or null: the provider's default holds. */
    record Absent() implements Value {}

    /**
     * A string, a {@link BigDecimal} or a boolean. Equal ones are equal, whatever they were made from.
     *
     * @param from what it was made from, where a plan says so beside the value: after an apply it is known, and still
     *     refers to what it is the id of
     */
    record Scalar(Object value, List<Reference> from) implements Value {
        public Scalar {
            if (!(value instanceof String || value instanceof BigDecimal || value instanceof Boolean)) {
                throw new IllegalArgumentException("no scalar: " + value.getClass());
            }
            from = List.copyOf(from);
        }

        /** One that was not made from anything, as far as is known. */
        public Scalar(Object value) {
            this(value, List.of());
        }

        @Override
        public String toString() {
            return "Scalar[value=" + value + "]";
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Scalar scalar && scalar.value.equals(value);
        }
    }

    /** A list, a set, or the blocks of one kind. */
    record Sequence(List<Value> items) implements Value {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** An object, a map, or one block. */
    record Mapping(SortedMap<String, Value> members) implements Value {
        public Mapping {
            members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
        }
    }

    /**
     * What another resource's attribute will hold.
     *
     * @param address the resource's, {@code aws_cognito_user_pool.users}, or a data source's
     * @param path the attribute, and what is taken from it; empty for the resource as a whole
     */
    record Reference(String address, List<String> path) implements Value {
        public Reference {
            path = List.copyOf(path);
        }

        /** The attribute's name, empty for the resource as a whole. */
        public String attribute() {
            return path.isEmpty() ? "" : path.get(0);
        }

        @Override
        public String toString() {
            return path.isEmpty() ? address : address + "." + String.join(".", path);
        }
    }

    /** A string put together from parts, not all of which are known: scalars, references and unknown ones. */
    record Template(List<Value> parts) implements Value {
        public Template {
            parts = List.copyOf(parts);
        }
    }

    /**
     * What is not known.
     *
     * @param because why, for a note: {@code known after apply}
     * @param from what the value is made from, as far as that is known
     */
    record Unknown(String because, List<Reference> from) implements Value {

        static final String EACH_TIME = "changes in every run";

        private static final Unknown LEFT_TO_PROVIDER = new Unknown("known after apply", List.of());

        public Unknown {
            from = List.copyOf(from);
        }
    }

    /** A value that is there and must not be shown. Equal ones are equal; none says what it holds. */
    record Sensitive(Value hidden) implements Value {
        @Override
        public String toString() {
            return "(sensitive)";
        }
    }

    /** Nothing. */
    static Value absent() {
        return new Absent();
    }

    /** What a plan does not know because nobody wrote it: an id, or an argument whose value the provider picks. */
    static Value leftToProvider() {
        return Unknown.LEFT_TO_PROVIDER;
    }

    /** A string. */
    static Value of(String text) {
        return new Scalar(text);
    }

    /**
     * A string, number or boolean. A number that would take pages to write out is kept as the string it came as: no
     * attribute of AWS's takes one.
     */
    static Value scalar(Object value) {
        boolean endless = value instanceof BigDecimal number
                && (Math.abs((long) number.scale()) > 400 || number.precision() > 400);
        return new Scalar(endless ? value.toString() : value);
    }

    /** Whether nothing is written, and the provider's default holds. */
    default boolean isAbsent() {
        return this instanceof Absent;
    }

    /** Whether it is absent, or empty text: so the provider tells, after an apply, of what AWS does not have. */
    default boolean isUnset() {
        return isAbsent() || is("");
    }

    /** Whether it is made from what is another thing in every run, such as the time. */
    default boolean differsEachTime() {
        if (this instanceof Template template) {
            return template.parts().stream().anyMatch(Value::differsEachTime);
        }
        return this instanceof Unknown unknown && unknown.because().equals(Unknown.EACH_TIME);
    }

    /** Whether a plan does not know it because nobody wrote it. */
    @SuppressWarnings("ReferenceEquality") // an equal one was written, and is not known for another reason
    default boolean isLeftToProvider() {
        return this == Unknown.LEFT_TO_PROVIDER;
    }

    /** Whether all of it is known: no reference, nothing sensitive and nothing unknown anywhere inside. */
    default boolean isCertain() {
        if (this instanceof Sequence sequence) {
            return sequence.items().stream().allMatch(Value::isCertain);
        }
        if (this instanceof Mapping mapping) {
            return mapping.members().values().stream().allMatch(Value::isCertain);
        }
        return this instanceof Scalar || this instanceof Absent;
    }

    /** The known scalar as a string, as Terraform converts one; empty for all else. */
    default Optional<String> text() {
        if (this instanceof Scalar scalar) {
            return Optional.of(
                    scalar.value() instanceof BigDecimal number
                            ? number.stripTrailingZeros().toPlainString()
                            : scalar.value().toString());
        }
        return Optional.empty();
    }

    /** Whether it is known to be {@code text}. */
    default boolean is(String text) {
        return text().filter(text::equals).isPresent();
    }

    /** The known boolean; Terraform takes the strings {@code "true"} and {@code "false"} for one. */
    default Optional<Boolean> bool() {
        return text().filter(text -> text.equals("true") || text.equals("false"))
                .map(Boolean::valueOf);
    }

    /** The known number; Terraform takes a string of digits for one. */
    default Optional<BigDecimal> number() {
        if (this instanceof Scalar scalar && scalar.value() instanceof BigDecimal number) {
            return Optional.of(number);
        }
        return text().filter(text -> text.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?"))
                .map(BigDecimal::new);
    }

    /** What stands under {@code key}: of an object or, as JSON writes single blocks both ways, of a list of one. */
    default Value get(String key) {
        if (this instanceof Mapping mapping) {
            return mapping.members().getOrDefault(key, absent());
        }
        if (this instanceof Sequence sequence && sequence.items().size() == 1) {
            return sequence.items().get(0).get(key);
        }
        if (this instanceof Reference reference) {
            List<String> longer = new ArrayList<>(reference.path());
            longer.add(key);
            return new Reference(reference.address(), longer);
        }
        if (this instanceof Unknown) {
            return this;
        }
        if (this instanceof Sensitive sensitive) {
            return new Sensitive(sensitive.hidden().get(key));
        }
        return absent();
    }

    /**
     * The items of a list, or the value itself as the only one: JSON writes one block both ways. An unknown value is
     * one unknown item.
     */
    default List<Value> items() {
        if (this instanceof Sequence sequence) {
            return sequence.items();
        }
        return isAbsent() ? List.of() : List.of(this);
    }

    /** Every reference inside, in the order of the text. */
    default List<Reference> references() {
        List<Reference> found = new ArrayList<>();
        collect(this, found);
        return found.stream().distinct().toList();
    }

    private static void collect(Value value, List<Reference> found) {
        if (value instanceof Reference reference) {
            found.add(reference);
        } else if (value instanceof Unknown unknown) {
            found.addAll(unknown.from());
        } else if (value instanceof Scalar scalar) {
            found.addAll(scalar.from());
        } else if (value instanceof Template template) {
            template.parts().forEach(part -> collect(part, found));
        } else if (value instanceof Sequence sequence) {
            sequence.items().forEach(item -> collect(item, found));
        } else if (value instanceof Mapping mapping) {
            mapping.members().values().forEach(member -> collect(member, found));
        } else if (value instanceof Sensitive sensitive) {
            collect(sensitive.hidden(), found);
        }
    }
}
