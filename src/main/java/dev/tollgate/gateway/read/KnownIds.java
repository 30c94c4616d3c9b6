package dev.tollgate.gateway.read;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Ids that AWS gave, where something is deployed.
 *
 * @param byAddress of pools and clients, by Terraform's address
 * @param elsewhere of the pool that is made elsewhere
 */
public record KnownIds(SortedMap<String, String> byAddress, Optional<String> elsewhere) {

    /** None: nothing is deployed, or nobody asks. */
    public static final KnownIds NONE = new KnownIds(Collections.emptySortedMap(), Optional.empty());

    public KnownIds {
        byAddress = Collections.unmodifiableSortedMap(new TreeMap<>(byAddress));
    }
}
