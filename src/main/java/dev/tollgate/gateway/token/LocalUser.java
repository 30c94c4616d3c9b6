package dev.tollgate.gateway.token;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Someone who may sign in to a locally served pool.
 *
 * @param attributes what the ID token says of them, {@code email} for instance
 */
public record LocalUser(String name, String password, SortedMap<String, String> attributes) {

    public LocalUser {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    /** The {@code sub} of their tokens in pool {@code poolId}: the same on every start. */
    String subject(String poolId) {
        return UUID.nameUUIDFromBytes((poolId + "/" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Override
    public String toString() {
        return "LocalUser[name=" + name + "]";
    }
}
