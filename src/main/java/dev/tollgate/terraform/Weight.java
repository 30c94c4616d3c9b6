package dev.tollgate.terraform;

import java.util.Collection;
import java.util.List;

/** How large a value is. Local values that double one another grow beyond any memory. */
final class Weight {

    /** Characters and values; no attribute of AWS's takes as much. */
    static final int LARGEST = 1 << 20;

    private Weight() {}

    /** Whether {@code value} is no larger than what is worked with. */
    static boolean isBearable(Value value) {
        return left(value, LARGEST) >= 0;
    }

    /** {@code value}, which is that of {@code what}, unless it is too large to go on with. */
    static Value bearable(Value value, String what) {
        return isBearable(value) ? value : new Value.Unknown(what + " is too large to be evaluated", List.of());
    }

    /** What is left of {@code budget} after {@code value}; less than 0 when it is larger. */
    private static int left(Value value, int budget) {
        int left = budget - 1 - value.text().map(String::length).orElse(0);
        for (Value part : parts(value)) {
            left = left < 0 ? left : left(part, left);
        }
        return left;
    }

    static Collection<Value> parts(Value value) {
        if (value instanceof Value.Sequence sequence) {
            return sequence.items();
        }
        if (value instanceof Value.Mapping mapping) {
            return mapping.members().values();
        }
        if (value instanceof Value.Sensitive sensitive) {
            return List.of(sensitive.hidden());
        }
        return value instanceof Value.Template template ? template.parts() : List.of();
    }
}
