package dev.tollgate.finding;

/**
 * A rule's metadata.
 *
 * @param id the mistake in a word or three, {@code unreachable-route}
 * @param severity of its gravest finding
 * @param title the mistake in one line
 * @param page why it matters and how to fix it, as Markdown; empty when the title is enough
 */
public record Rule(String id, Severity severity, String title, String page) {}
