package dev.tollgate.finding;

import java.util.Comparator;
import java.util.Optional;

/**
 * One problem in the user's files, as a checking command reports it.
 *
 * @param rule the rule's id, {@code unreachable-route}
 * @param subject what it is about, as a suppression names it: {@code routes.GET /books}
 * @param message lower case, no period, the user's terms, values in backticks, and what is allowed
 * @param hint the fix
 * @param suppressedBecause why the user finds it right here; a suppressed finding is shown and never counts
 */
public record Finding(
        String rule,
        Severity severity,
        String subject,
        Location location,
        String message,
        Optional<String> hint,
        Optional<String> suppressedBecause)
        implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::location)
            .thenComparing(Finding::severity, Comparator.reverseOrder())
            .thenComparing(Finding::rule)
            .thenComparing(Finding::subject)
            .thenComparing(Finding::message)
            .thenComparing(Finding::isSuppressed);

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /** A finding that nobody has accepted. */
    public static Finding of(
            String rule, Severity severity, String subject, Location location, String message, String hint) {
        return new Finding(rule, severity, subject, location, message, Optional.of(hint), Optional.empty());
    }

    /** An error at {@code location}, for what keeps a file from being read at all. */
    public static Finding error(String rule, String subject, Location location, String message, String hint) {
        return of(rule, Severity.ERROR, subject, location, message, hint);
    }

    /** Whether the user accepted it, so that it does not count for a command's exit. */
    public boolean isSuppressed() {
        return suppressedBecause.isPresent();
    }

    /** Whether it keeps the environment from being synthesized. */
    public boolean blocks() {
        return severity == Severity.ERROR && !isSuppressed();
    }

    /** The same, at {@code place}. */
    public Finding at(Location place) {
        return new Finding(rule, severity, subject, place, message, hint, suppressedBecause);
    }

    /** The same finding, accepted for {@code reason}. */
    public Finding suppressed(String reason) {
        return new Finding(rule, severity, subject, location, message, hint, Optional.of(reason));
    }
}
