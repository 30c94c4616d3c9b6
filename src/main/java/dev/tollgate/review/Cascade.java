package dev.tollgate.review;

import dev.tollgate.terraform.Addresses;
import dev.tollgate.terraform.ResourceChange;
import dev.tollgate.terraform.Value;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What is replaced because something is that it refers to: the cause is where the first attribute changes. */
final class Cascade {

    private Cascade() {}

    /** The replacement that {@code change} follows from; empty where it is forced by an attribute of its own. */
    static Optional<ResourceChange> cause(Comparison comparison, ResourceChange change) {
        Set<String> seen = new HashSet<>(Set.of(change.address()));
        Optional<ResourceChange> cause = Optional.empty();
        for (Optional<ResourceChange> next = behind(comparison, change);
                next.isPresent() && seen.add(next.get().address());
                next = behind(comparison, next.get())) {
            cause = next;
        }
        return cause;
    }

    private static Optional<ResourceChange> behind(Comparison comparison, ResourceChange change) {
        return change.forcedBy().stream()
                .map(attribute -> change.after().get(attribute))
                .filter(value -> !value.isCertain())
                .flatMap(value -> value.references().stream())
                .flatMap(reference -> replaced(comparison, reference).stream())
                .findFirst();
    }

    private static Optional<ResourceChange> replaced(Comparison comparison, Value.Reference reference) {
        return comparison.plan().changes().stream()
                .filter(change -> change.action().replaces())
                .filter(change ->
                        Addresses.withoutKey(change.address()).equals(Addresses.withoutKey(reference.address())))
                .findFirst();
    }
}
