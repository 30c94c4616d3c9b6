package dev.tollgate.finding;

/**
 * What there is to know of a rule apart from its findings.
 *
 * @param id the mistake in a word or three, {@code unreachable-route}
 * @param severity of its gravest finding
 * @param title the mistake in one line
 * @param page why it is one and how to mend it, as Markdown; empty when the title says it all
 */
public record Rule(String id, Severity severity, String title, String page) {}
