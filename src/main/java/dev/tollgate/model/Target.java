package dev.tollgate.model;

import java.util.Optional;

/** What a route calls. */
public sealed interface Target {

    /** One answer for each kind of target: with a new kind, nobody compiles who has not answered it. */
    interface Cases<T> {
        /** It calls {@code function}. */
        T function(Function function);
    }

    /** The answer of {@code cases} for this kind. */
    <T> T match(Cases<T> cases);

    /** The id of the environment's function that is called; empty when none is. */
    Optional<String> function();

    /** Whether it calls the environment's function {@code id}. */
    default boolean calls(String id) {
        return function().filter(id::equals).isPresent();
    }

    /**
     * A function of the environment, with what the caller sent as it is.
     *
     * @param id the name that the file gives it; whether there is such a function is for the rules to tell
     */
    record Function(String id) implements Target {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.function(this);
        }

        @Override
        public Optional<String> function() {
            return Optional.of(id);
        }
    }
}
