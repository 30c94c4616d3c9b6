package dev.tollgate.gateway.token;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Someone who is in a locally served pool from the start.
 *
 * @param attributes what the ID token says of them, {@code email} for instance
 */
public record LocalUser(String name, String password, SortedMap<String, String> attributes, List<String> groups) {

    public LocalUser {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        groups = List.copyOf(groups);
    }

    /** The {@code sub} of their tokens in pool {@code poolId}: the same on every start. */
    public String subject(String poolId) {
        return UUID.nameUUIDFromBytes((poolId + "/" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Override
    public String toString() {
        return "LocalUser[name=" + name + "]";
    }
}
