package dev.tollgate.finding;

import java.util.Locale;

/**
 * How grave a finding is; declared from the least to the gravest, so that {@code compareTo} reads as "less grave than".
 */
public enum Severity {
    /** Hygiene: worth knowing, never in the way. */
    NOTE,
    /** Weakens what is deployed, or will surprise whoever runs it. */
    WARNING,
    /** Exploitable, loses data, or is certain to fail at apply; nothing is written. */
    ERROR;

    /** The word as it stands in a finding's line: {@code error}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
