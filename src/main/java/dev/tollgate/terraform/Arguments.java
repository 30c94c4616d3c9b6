package dev.tollgate.terraform;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** What a function is called with; each is empty where it is not given, not known, or of another type. */
record Arguments(List<Value> all) {

    Arguments {
        all = List.copyOf(all);
    }

    int count() {
        return all.size();
    }

    /** The argument at {@code index}; absent where there is none. */
    Value at(int index) {
        return index < all.size() ? all.get(index) : Value.absent();
    }

    Optional<String> text(int index) {
        return at(index).text();
    }

    Optional<Integer> whole(int index) {
        return at(index)
                .number()
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .flatMap(number -> {
                    try {
                        return Optional.of(number.intValueExact());
                    } catch (ArithmeticException e) {
                        return Optional.empty();
                    }
                });
    }

    Optional<List<Value>> list(int index) {
        return at(index) instanceof Value.Sequence sequence ? Optional.of(sequence.items()) : Optional.empty();
    }

    Optional<SortedMap<String, Value>> map(int index) {
        return at(index) instanceof Value.Mapping mapping ? Optional.of(mapping.members()) : Optional.empty();
    }

    /** The texts of a list, all of them known. */
    Optional<List<String>> texts(int index) {
        return list(index)
                .filter(items -> items.stream().allMatch(item -> item.text().isPresent()))
                .map(items ->
                        items.stream().flatMap(item -> item.text().stream()).toList());
    }
}
