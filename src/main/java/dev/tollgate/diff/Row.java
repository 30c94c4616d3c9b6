package dev.tollgate.diff;

import java.util.Optional;

/**
 * One thing as two environments have it.
 *
 * @param section what kind of thing it is, {@code routes}
 * @param subject the thing, {@code GET /books}
 * @param left what the first environment says of it; empty when it has no such thing
 */
public record Row(String section, String subject, Optional<String> left, Optional<String> right) {

    /** Whether both say the same. */
    public boolean isSame() {
        return left.equals(right);
    }
}
