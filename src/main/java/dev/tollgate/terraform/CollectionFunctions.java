package dev.tollgate.terraform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** Terraform's functions of lists, sets and maps. A set is a list here, sorted and without duplicates. */
final class CollectionFunctions {

    /** More than any configuration makes; what would be larger is not evaluated. */
    private static final int LARGEST = 10_000;

    private CollectionFunctions() {}

    /** What {@code name} makes of {@code arguments}; empty when it is not known, or none of these. */
    static Optional<Value> call(String name, Arguments arguments) {
        return switch (name) {
            case "length" -> length(arguments);
            case "tolist" -> known(arguments.at(0));
            case "tomap" -> known(arguments.at(0));
            case "toset" -> arguments.list(0).map(CollectionFunctions::set);
            case "distinct" -> certain(arguments, 0).map(list -> sequence(new LinkedHashSet<>(list).stream()));
            case "compact" ->
                certain(arguments, 0)
                        .map(list -> sequence(list.stream().filter(item -> !item.isAbsent() && !item.is(""))));
            case "sort" ->
                arguments.texts(0).map(texts -> sequence(texts.stream().sorted().map(Value::of)));
            case "reverse" -> arguments.list(0).map(CollectionFunctions::reversed);
            case "flatten" -> flattened(arguments);
            case "concat" -> concat(arguments);
            case "merge" -> merged(arguments);
            case "keys" ->
                arguments.map(0).map(map -> sequence(map.keySet().stream().map(Value::of)));
            case "values" -> arguments.map(0).map(map -> sequence(map.values().stream()));
            case "lookup" -> looked(arguments);
            case "element" -> element(arguments);
            case "slice" -> slice(arguments);
            case "contains" -> contains(arguments);
            case "index" -> index(arguments);
            case "one" -> one(arguments);
            case "zipmap" -> zipped(arguments);
            case "range" -> range(arguments);
            case "setproduct" -> product(arguments);
            case "setunion" -> sets(arguments, (a, b) -> union(a, b));
            case "setintersection" -> sets(arguments, (a, b) -> kept(a, b, true));
            case "setsubtract" -> sets(arguments, (a, b) -> kept(a, b, false));
            case "chunklist" -> chunks(arguments);
            case "alltrue" -> bools(arguments).map(all -> Value.scalar(!all.contains(false)));
            case "anytrue" -> bools(arguments).map(all -> Value.scalar(all.contains(true)));
            case "coalescelist" -> firstFilled(arguments);
            default -> Optional.empty();
        };
    }

    private static Value sequence(Stream<Value> items) {
        return new Value.Sequence(items.toList());
    }

    private static Optional<Value> known(Value value) {
        return value instanceof Value.Sequence || value instanceof Value.Mapping
                ? Optional.of(value)
                : Optional.empty();
    }

    private static Optional<List<Value>> certain(Arguments arguments, int index) {
        return arguments.list(index).filter(list -> list.stream().allMatch(Value::isCertain));
    }

    /** {@code items} as a set: sorted where they are strings, as Terraform goes through one. */
    static Value set(List<Value> items) {
        List<Value> distinct = new ArrayList<>(new LinkedHashSet<>(items));
        if (distinct.stream().allMatch(item -> item.text().isPresent())) {
            boolean numbers = distinct.stream()
                    .allMatch(item -> item instanceof Value.Scalar scalar && scalar.value() instanceof BigDecimal);
            distinct.sort(
                    numbers
                            ? Comparator.comparing(item -> item.number().orElseThrow())
                            : Comparator.comparing(item -> item.text().orElseThrow()));
        }
        return new Value.Sequence(distinct);
    }

    private static Value reversed(List<Value> items) {
        List<Value> turned = new ArrayList<>(items);
        Collections.reverse(turned);
        return new Value.Sequence(turned);
    }

    private static Optional<Value> length(Arguments arguments) {
        Value value = arguments.at(0);
        Optional<Integer> length = arguments
                .list(0)
                .map(List::size)
                .or(() -> arguments.map(0).map(Map::size))
                .or(() -> value.text().map(text -> text.codePointCount(0, text.length())));
        return length.map(size -> Value.scalar(BigDecimal.valueOf(size)));
    }

    private static Optional<Value> flattened(Arguments arguments) {
        List<Value> all = new ArrayList<>();
        return arguments.list(0).isPresent() && flatten(arguments.at(0), all)
                ? Optional.of(new Value.Sequence(all))
                : Optional.empty();
    }

    /** Whether it is known which lists are inside. */
    private static boolean flatten(Value value, List<Value> all) {
        if (value instanceof Value.Sequence sequence) {
            return sequence.items().stream().allMatch(item -> flatten(item, all));
        }
        all.add(value);
        return all.size() <= Weight.LARGEST && !(value instanceof Value.Unknown) && !(value instanceof Value.Reference);
    }

    private static Optional<Value> concat(Arguments arguments) {
        List<Value> all = new ArrayList<>();
        for (Value argument : arguments.all()) {
            if (!(argument instanceof Value.Sequence sequence) || all.size() > Weight.LARGEST) {
                return Optional.empty();
            }
            all.addAll(sequence.items());
        }
        return Optional.of(new Value.Sequence(all));
    }

    private static Optional<Value> merged(Arguments arguments) {
        TreeMap<String, Value> all = new TreeMap<>();
        for (Value argument : arguments.all()) {
            if (argument instanceof Value.Mapping mapping) {
                all.putAll(mapping.members());
            } else if (!argument.isAbsent()) {
                return Optional.empty();
            }
        }
        return Optional.of(new Value.Mapping(all));
    }

    private static Optional<Value> looked(Arguments arguments) {
        return arguments.map(0).flatMap(map -> arguments.text(1).flatMap(key -> {
            Value found = map.getOrDefault(key, Value.absent());
            return map.containsKey(key) || arguments.count() > 2
                    ? Optional.of(map.containsKey(key) ? found : arguments.at(2))
                    : Optional.empty();
        }));
    }

    /** An index past the end begins again. */
    private static Optional<Value> element(Arguments arguments) {
        return arguments.list(0).filter(list -> !list.isEmpty()).flatMap(list -> arguments
                .whole(1)
                .map(index -> list.get(Math.floorMod(index, list.size()))));
    }

    private static Optional<Value> slice(Arguments arguments) {
        return arguments.list(0).flatMap(list -> arguments.whole(1).flatMap(from -> arguments
                .whole(2)
                .filter(to -> from >= 0 && from <= to && to <= list.size())
                .map(to -> sequence(list.subList(from, to).stream()))));
    }

    private static Optional<Value> contains(Arguments arguments) {
        return certain(arguments, 0)
                .filter(list -> arguments.at(1).isCertain())
                .map(list -> Value.scalar(position(list, arguments.at(1)) >= 0));
    }

    private static Optional<Value> index(Arguments arguments) {
        return certain(arguments, 0)
                .filter(list -> arguments.at(1).isCertain())
                .map(list -> position(list, arguments.at(1)))
                .filter(position -> position >= 0)
                .map(position -> Value.scalar(BigDecimal.valueOf(position)));
    }

    private static int position(List<Value> list, Value wanted) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).equals(wanted)
                    || (wanted.text().isPresent()
                            && wanted.text().equals(list.get(i).text()))) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<Value> one(Arguments arguments) {
        if (arguments.at(0).isAbsent()) {
            return Optional.of(Value.absent());
        }
        return arguments
                .list(0)
                .filter(list -> list.size() < 2)
                .map(list -> list.isEmpty() ? Value.absent() : list.get(0));
    }

    private static Optional<Value> zipped(Arguments arguments) {
        return arguments.texts(0).flatMap(keys -> arguments
                .list(1)
                .filter(values -> values.size() == keys.size())
                .map(values -> {
                    TreeMap<String, Value> members = new TreeMap<>();
                    for (int i = 0; i < keys.size(); i++) {
                        members.put(keys.get(i), values.get(i));
                    }
                    return (Value) new Value.Mapping(members);
                }));
    }

    private static Optional<Value> range(Arguments arguments) {
        List<Optional<Integer>> given = new ArrayList<>();
        for (int i = 0; i < arguments.count(); i++) {
            given.add(arguments.whole(i));
        }
        if (given.isEmpty() || given.size() > 3 || given.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        int start = given.size() == 1 ? 0 : given.get(0).get();
        int end = given.get(given.size() == 1 ? 0 : 1).get();
        int step = given.size() == 3 ? given.get(2).get() : end < start ? -1 : 1;
        if (step == 0 || Math.abs((long) end - start) / Math.abs((long) step) > LARGEST) {
            return Optional.empty();
        }
        List<Value> numbers = new ArrayList<>();
        for (long at = start; step > 0 ? at < end : at > end; at += step) {
            numbers.add(Value.scalar(BigDecimal.valueOf(at)));
        }
        return Optional.of(new Value.Sequence(numbers));
    }

    private static Optional<Value> product(Arguments arguments) {
        List<List<Value>> rows = List.of(List.of());
        for (int i = 0; i < arguments.count(); i++) {
            Optional<List<Value>> list = arguments.list(i);
            if (list.isEmpty() || (long) rows.size() * list.get().size() > LARGEST) {
                return Optional.empty();
            }
            List<List<Value>> longer = new ArrayList<>();
            for (List<Value> row : rows) {
                list.get()
                        .forEach(item -> longer.add(
                                Stream.concat(row.stream(), Stream.of(item)).toList()));
            }
            rows = longer;
        }
        return arguments.count() == 0
                ? Optional.empty()
                : Optional.of(sequence(rows.stream().map(Value.Sequence::new)));
    }

    private static Optional<Value> sets(Arguments arguments, BinaryOperator<List<Value>> function) {
        List<List<Value>> lists = new ArrayList<>();
        for (int i = 0; i < arguments.count(); i++) {
            certain(arguments, i).ifPresent(lists::add);
        }
        return lists.isEmpty() || lists.size() < arguments.count()
                ? Optional.empty()
                : Optional.of(set(lists.stream().reduce(function).orElseThrow()));
    }

    private static List<Value> union(List<Value> a, List<Value> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    private static List<Value> kept(List<Value> a, List<Value> b, boolean common) {
        Set<Value> others = new LinkedHashSet<>(b);
        return a.stream().filter(item -> others.contains(item) == common).toList();
    }

    private static Optional<Value> chunks(Arguments arguments) {
        return arguments
                .list(0)
                .flatMap(list -> arguments.whole(1).filter(size -> size > 0).map(size -> {
                    List<Value> chunks = new ArrayList<>();
                    for (int i = 0; i < list.size(); i += size) {
                        chunks.add(new Value.Sequence(list.subList(i, Math.min(list.size(), i + size))));
                    }
                    return sequence(chunks.stream());
                }));
    }

    private static Optional<List<Boolean>> bools(Arguments arguments) {
        return certain(arguments, 0)
                .filter(list -> list.stream().allMatch(item -> item.bool().isPresent()))
                .map(list -> list.stream().flatMap(item -> item.bool().stream()).toList());
    }

    private static Optional<Value> firstFilled(Arguments arguments) {
        for (int i = 0; i < arguments.count(); i++) {
            Optional<List<Value>> list = arguments.list(i);
            if (list.isEmpty()) {
                return Optional.empty();
            }
            if (!list.get().isEmpty()) {
                return Optional.of(arguments.at(i));
            }
        }
        return Optional.empty();
    }
}
