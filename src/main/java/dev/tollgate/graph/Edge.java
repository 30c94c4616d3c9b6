package dev.tollgate.graph;

/**
 * An arrow.
 *
 * @param from a node's id
 * @param to a node's id
 * @param label empty when there is nothing to say
 */
public record Edge(String from, String to, Tone tone, String label) {}
