package dev.tollgate.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Several keys of an environment that change at once: what one of them leaves behind shows as well as if it had changed
 * alone, and an account is asked fewer times.
 */
public record KeyChanges(List<OneKeyChange> changes, GeneratedEnvironment changed) {

    /** {@code changes} of one environment in groups of up to {@code size}, all of which {@code fits}. */
    public static List<KeyChanges> of(List<OneKeyChange> changes, int size, Predicate<GeneratedEnvironment> fits) {
        List<KeyChanges> groups = new ArrayList<>();
        List<OneKeyChange> left = new ArrayList<>(changes);
        while (!left.isEmpty()) {
            KeyChanges group = group(left, size, fits);
            left.removeAll(group.changes());
            groups.add(group);
        }
        return groups;
    }

    private static KeyChanges group(List<OneKeyChange> left, int size, Predicate<GeneratedEnvironment> fits) {
        List<OneKeyChange> taken = new ArrayList<>(List.of(left.get(0)));
        GeneratedEnvironment changed = left.get(0).changed();
        for (OneKeyChange change : left.subList(1, left.size())) {
            Optional<GeneratedEnvironment> also = taken.size() == size
                    ? Optional.empty()
                    : change.also(changed, taken).filter(fits);
            if (also.isPresent()) {
                taken.add(change);
                changed = also.get();
            }
        }
        return new KeyChanges(taken, changed);
    }

    @Override
    public String toString() {
        return changes.stream().map(change -> change.path().toString()).collect(Collectors.joining(", "));
    }
}
