package dev.tollgate.terraform;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Parts of an API's OpenAPI document as resources. */
final class DocumentPart {

    private final String type;
    private final SortedMap<String, Value> values = new TreeMap<>();

    /** A resource of {@code type} to be. */
    DocumentPart(String type) {
        this.type = type;
    }

    /** With {@code value} as {@code attribute}, where there is one. */
    DocumentPart with(String attribute, Value value) {
        if (!value.isAbsent()) {
            values.put(attribute, value);
        }
        return this;
    }

    DocumentPart with(Map<String, Value> attributes) {
        attributes.forEach(this::with);
        return this;
    }

    /** The resource, which {@code api}'s document calls {@code label}: {@code GET /books}. */
    Resource of(Resource api, String label) {
        Value all = new Value.Mapping(values);
        TreeSet<String> dependencies = new TreeSet<>();
        all.references().forEach(reference -> dependencies.add(reference.address()));
        return new Resource(
                address(api, label),
                Resource.Mode.MANAGED,
                api.module(),
                type,
                label,
                "",
                all,
                Written.all(all),
                Value.absent(),
                dependencies,
                api.provider(),
                api.path().child(ApiDocument.BODY),
                Optional.of(api.address()));
    }

    private static String address(Resource api, String label) {
        return api.address() + " " + label;
    }

    /** {@code attribute} of the part {@code label}. */
    static Value reference(Resource api, String label, String attribute) {
        return new Value.Reference(address(api, label), java.util.List.of(attribute));
    }

    /** {@code attribute} of {@code api} itself. */
    static Value reference(Resource api, String attribute) {
        return new Value.Reference(api.address(), java.util.List.of(attribute));
    }

    /** The members of an object; none of anything else. */
    static SortedMap<String, Value> members(Value value) {
        return value instanceof Value.Mapping mapping ? mapping.members() : Collections.emptySortedMap();
    }

    /** {@code word} in capitals where it is known: API Gateway exports {@code aws_proxy} and takes both. */
    static Value capitals(Value word) {
        return word.text()
                .map(text -> Value.of(text.toUpperCase(java.util.Locale.ROOT)))
                .orElse(word);
    }

    /** What {@code node} stands for: itself, or what its {@code $ref} leads to in {@code document}. */
    static Value resolved(Value document, Value node) {
        Optional<String> reference = node.get("$ref").text();
        if (reference.isEmpty() || !reference.get().startsWith("#/")) {
            return node;
        }
        Value found = document;
        for (String step : reference.get().substring(2).split("/", -1)) {
            found = found.get(step.replace("~1", "/").replace("~0", "~"));
        }
        return found.isAbsent()
                ? new Value.Unknown("`" + reference.get() + "` leads nowhere", java.util.List.of())
                : found;
    }
}
