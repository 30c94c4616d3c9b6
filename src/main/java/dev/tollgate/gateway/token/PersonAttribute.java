package dev.tollgate.gateway.token;

/** An attribute of people that a pool's {@code schema} names, {@code custom:} in front of one of its own. */
public record PersonAttribute(String name, boolean required, boolean mutable) {}
