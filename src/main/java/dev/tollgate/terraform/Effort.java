package dev.tollgate.terraform;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** How much may be evaluated of one configuration, in steps and in memory: it ends what multiplies without end. */
final class Effort {

    /** Expressions inside one another, through local values and modules: what a stack is there for. */
    private static final int DEEPEST = 500;

    /** Expressions in all, far more than any configuration has. */
    private static final int STEPS = 1_000_000;

    /** Characters and places in lists and objects that functions make; each place takes as much as {@link #PLACE}. */
    private static final long SIZE = 32L << 20;

    private static final int PLACE = 32;

    private int depth;
    private int steps;
    private long size;

    /** Whether something may be evaluated inside of what is being evaluated; {@link #leave} ends it. */
    boolean enter() {
        if (depth >= DEEPEST || isSpent()) {
            return false;
        }
        depth++;
        steps++;
        return true;
    }

    void leave() {
        depth--;
    }

    /** {@code made}, unless too much was made with it; what is a part of {@code from} was there before. */
    Value afford(Value made, List<Value> from) {
        Set<Value> known = Collections.newSetFromMap(new IdentityHashMap<>());
        from.forEach(value -> {
            known.add(value);
            known.addAll(Weight.parts(value));
        });
        spend(made, known);
        return size > SIZE ? tooLarge() : made;
    }

    private void spend(Value made, Set<Value> known) {
        size += PLACE;
        if (size <= SIZE && !known.contains(made)) {
            size += made.text().map(String::length).orElse(0);
            Weight.parts(made).forEach(part -> spend(part, known));
        }
    }

    /** Whether more is there than may be evaluated, so that what comes after is not known. */
    boolean isSpent() {
        return steps >= STEPS || size > SIZE;
    }

    static Value tooLarge() {
        return new Value.Unknown("is too large to be evaluated", List.of());
    }
}
