package dev.tollgate.review;

import dev.tollgate.finding.Finding;
import java.util.Optional;

/**
 * One thing a reviewer should know.
 *
 * @param brief what it is in a few words; empty where its kind says enough
 * @param within the address of what its subject is a part of, by which it can be acknowledged too
 */
public record Remark(Kind kind, Finding finding, String brief, Optional<String> within) {

    /** The same, accepted for {@code reason}. */
    Remark accepted(String reason) {
        return new Remark(kind, finding.suppressed(reason), brief, within);
    }
}
