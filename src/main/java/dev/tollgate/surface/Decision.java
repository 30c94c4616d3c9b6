package dev.tollgate.surface;

import java.util.Collections;
import java.util.EnumSet;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whether a caller passes a route, and why. */
public sealed interface Decision {

    /** One answer for each way to decide. */
    interface Cases<T> {
        /** The caller passes. */
        T passes(Passes decision);

        /** The caller does not. */
        T refused(Refused decision);

        /** Nobody here can tell. */
        T unknown(Unknown decision);
    }

    /** The answer of {@code cases} for this decision. */
    <T> T match(Cases<T> cases);

    /** Why, in few words. */
    String because();

    /** Whether the caller passes for certain. */
    default boolean passes() {
        return this instanceof Passes;
    }

    /** The ways in which the caller may be refused. */
    SortedSet<Denial> denials();

    /** It passes. */
    record Passes(String because) implements Decision {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.passes(this);
        }

        @Override
        public SortedSet<Denial> denials() {
            return Collections.emptySortedSet();
        }
    }

    /** It does not pass. */
    record Refused(Denial denial, String because) implements Decision {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.refused(this);
        }

        @Override
        public SortedSet<Denial> denials() {
            return Collections.unmodifiableSortedSet(new TreeSet<>(EnumSet.of(denial)));
        }
    }

    /**
     * It is not known from what is here.
     *
     * @param denials how it is refused, where it is
     */
    record Unknown(String because, SortedSet<Denial> denials) implements Decision {

        public Unknown {
            denials = Collections.unmodifiableSortedSet(new TreeSet<>(denials));
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.unknown(this);
        }
    }
}
