package dev.tollgate.gateway.engine;

/**
 * An answer, and which route gave it.
 *
 * @param route empty when there was none
 */
public record Served(String route, Reply reply) {}
