package dev.tollgate.review;

import dev.tollgate.terraform.Resource;
import java.util.List;
import java.util.stream.Stream;

/** A resource that exists before and after, by address. */
record Pair(Resource before, Resource after) {

    /** The resources of {@code types} that stay, or are made again. */
    static List<Pair> of(Comparison comparison, String... types) {
        return Stream.of(types)
                .flatMap(type -> comparison.plan().after().ofType(type).stream())
                .flatMap(after -> comparison.plan().before().find(after.address()).stream()
                        .map(before -> new Pair(before, after)))
                .toList();
    }

    String address() {
        return after.address();
    }
}
