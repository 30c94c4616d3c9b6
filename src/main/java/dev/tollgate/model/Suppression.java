package dev.tollgate.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A finding that is right here, and why.
 *
 * @param expires its last day; from then on it accepts nothing
 */
public record Suppression(String rule, String subject, String reason, Optional<LocalDate> expires) {

    /** Its last day, where that was before {@code today}. */
    public Optional<LocalDate> expiredOn(LocalDate today) {
        return expires.filter(last -> last.isBefore(today));
    }
}
