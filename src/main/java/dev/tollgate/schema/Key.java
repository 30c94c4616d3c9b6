package dev.tollgate.schema;

import java.util.Optional;

/**
 * A key of the environment file. The keys of each object are an enum, so that a key which the schema lacks does not
 * compile. Written out, a key is the word that stands in the file.
 */
public interface Key {

    /** What the schema says of it. */
    Attribute attribute();

    /** The word that stands in the file. */
    default String word() {
        return attribute().name();
    }

    /** What is allowed, when {@code name} is not for an entry of the map that stands there. */
    default Optional<String> nameProblem(String name) {
        return attribute()
                .limit()
                .filter(Limit.Each.class::isInstance)
                .flatMap(limit -> ((Limit.Each) limit).keys())
                .filter(limit -> !limit.admits(name))
                .map(Limit::allowed);
    }

    /** What is allowed, when {@code value} is not. */
    default Optional<String> problem(Object value) {
        return attribute().limit().filter(limit -> !limit.admits(value)).map(Limit::allowed);
    }
}
