package dev.tollgate.gateway.token;

import java.util.Optional;

/** A group of people: of somebody's groups the one with the least precedence decides the role. */
public record PoolGroup(String name, Optional<Long> precedence, Optional<String> role) {}
