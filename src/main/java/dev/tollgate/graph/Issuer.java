package dev.tollgate.graph;

import dev.tollgate.surface.UserPool;
import java.util.Optional;

/**
 * Where tokens come from: a user pool, or something else that signs them.
 *
 * @param key the same for the same issuer, however it is referred to
 * @param pool the user pool, where it is one that is here
 */
record Issuer(String key, String caption, String name, Optional<UserPool> pool) {}
