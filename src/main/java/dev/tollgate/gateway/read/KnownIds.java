package dev.tollgate.gateway.read;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Ids that AWS gave, where something is deployed, and what others are made up of.
 *
 * @param byAddress of pools and clients, by Terraform's address
 * @param elsewhere of the pool that is made elsewhere
 * @param seed what made-up ids and secrets are of beside the resource's address, so that nobody guesses them
 */
public record KnownIds(SortedMap<String, String> byAddress, Optional<String> elsewhere, String seed) {

    /** None: nothing is deployed, or nobody asks. */
    public static final KnownIds NONE = made("");

    /** Ids that AWS gave. */
    public static KnownIds given(SortedMap<String, String> byAddress, Optional<String> elsewhere) {
        return new KnownIds(byAddress, elsewhere, "");
    }

    /** None but those that are made up, of {@code seed}. */
    public static KnownIds made(String seed) {
        return new KnownIds(Collections.emptySortedMap(), Optional.empty(), seed);
    }

    public KnownIds {
        byAddress = Collections.unmodifiableSortedMap(new TreeMap<>(byAddress));
    }
}
