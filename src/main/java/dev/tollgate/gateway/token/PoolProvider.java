package dev.tollgate.gateway.token;

import java.util.List;

/**
 * Somebody else who signs people in, {@code Google} for instance.
 *
 * @param kind {@code provider_type}
 * @param attributes of the pool that it fills
 * @param identifiers {@code idp_identifiers}
 */
public record PoolProvider(String name, String kind, List<String> attributes, List<String> identifiers) {

    public PoolProvider {
        attributes = List.copyOf(attributes);
        identifiers = List.copyOf(identifiers);
    }
}
