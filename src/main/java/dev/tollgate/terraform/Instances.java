package dev.tollgate.terraform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How often a resource or module is there: once, or by {@code count} or {@code for_each}.
 *
 * @param shape what refers to all of them together
 */
record Instances(List<Instance> all, Shape shape) {

    /** What the instances are to whoever names them without a key. */
    enum Shape {
        ONE,
        LIST,
        MAP,
        UNKNOWN
    }

    /**
     * One.
     *
     * @param key as addresses have it, {@code 0} or {@code "get"}; empty where there is none
     * @param bound what {@code each} or {@code count} is in it
     */
    record Instance(String key, String name, SortedMap<String, Value> bound) {}

    /** More than any configuration has: what says that it makes more is left unknown. */
    private static final int MOST = 5_000;

    /** There once, with nothing that differs from instance to instance. */
    static final Instances ONE = new Instances(List.of(new Instance("", "", new TreeMap<>())), Shape.ONE);

    /** There is no telling how often: one stands for all. */
    static final Instances UNKNOWN = new Instances(ONE.all(), Shape.UNKNOWN);

    /** Of a block with the arguments {@code count} and {@code each}; absent where they are not written. */
    static Instances of(Optional<Value> count, Optional<Value> each) {
        if (count.isPresent()) {
            return count.get()
                    .number()
                    .filter(number -> number.compareTo(BigDecimal.valueOf(MOST)) <= 0)
                    .map(number -> counted(number.intValue()))
                    .orElse(UNKNOWN);
        }
        return each.isEmpty() ? ONE : keyed(each.get());
    }

    private static Instances counted(int count) {
        List<Instance> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Value index = Value.scalar(BigDecimal.valueOf(i));
            all.add(new Instance(String.valueOf(i), String.valueOf(i), bound("count", Map.of("index", index))));
        }
        return new Instances(all, Shape.LIST);
    }

    private static Instances keyed(Value each) {
        Optional<List<Iteration.Turn>> turns = Iteration.of(each);
        boolean isMap = each instanceof Value.Mapping;
        if (turns.isEmpty() || turns.get().size() > MOST) {
            return UNKNOWN;
        }
        List<Instance> all = new ArrayList<>();
        for (Iteration.Turn turn : turns.get()) {
            Value name = isMap ? turn.key() : turn.value();
            if (name.text().isEmpty()) {
                return UNKNOWN;
            }
            Value key = Value.of(name.text().get());
            all.add(new Instance(
                    Addresses.key(key), name.text().get(), bound("each", Map.of("key", key, "value", turn.value()))));
        }
        return new Instances(all, Shape.MAP);
    }

    private static SortedMap<String, Value> bound(String name, Map<String, Value> members) {
        return new TreeMap<>(Map.of(name, new Value.Mapping(new TreeMap<>(members))));
    }

    /** What names all of them together: {@code of} one, a list, or a map by key. */
    Value together(Function<Instance, Value> of) {
        return switch (shape) {
            case ONE, UNKNOWN -> of.apply(all.get(0));
            case LIST -> new Value.Sequence(all.stream().map(of).toList());
            case MAP -> {
                TreeMap<String, Value> members = new TreeMap<>();
                all.forEach(instance -> members.put(instance.name(), of.apply(instance)));
                yield new Value.Mapping(members);
            }
        };
    }
}
