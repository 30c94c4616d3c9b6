package dev.tollgate.terraform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of a list, a set or a map, as {@code for} and {@code dynamic} go through them. */
final class Iteration {

    /**
     * One of them.
     *
     * @param key the position in a list, the key of a map
     */
    record Turn(Value key, Value value) {}

    private Iteration() {}

    /** Those of {@code collection}; empty when they are not known. */
    static Optional<List<Turn>> of(Value collection) {
        List<Turn> turns = new ArrayList<>();
        if (collection instanceof Value.Sequence sequence) {
            for (Value item : sequence.items()) {
                turns.add(new Turn(Value.scalar(BigDecimal.valueOf(turns.size())), item));
            }
            return Optional.of(turns);
        }
        if (collection instanceof Value.Mapping mapping) {
            mapping.members().forEach((key, value) -> turns.add(new Turn(Value.of(key), value)));
            return Optional.of(turns);
        }
        return Optional.empty();
    }
}
