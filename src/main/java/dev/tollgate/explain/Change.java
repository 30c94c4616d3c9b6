package dev.tollgate.explain;

/**
 * One thing that is different after the switch.
 *
 * @param subject what it is about, {@code payload}
 * @param now what holds for the environment as it is
 * @param then what will hold
 */
public record Change(String subject, String now, String then) {}
