package dev.tollgate.diff;

import dev.tollgate.finding.KeyPath;
import java.util.Optional;

/**
 * One key as two environments have it.
 *
 * @param key where, {@code functions.books.timeout}
 * @param left what the first environment says there; empty when it says nothing and there is no default
 */
public record Row(KeyPath key, Optional<Said> left, Optional<Said> right) {

    /** What the file says that writes the key. */
    public Optional<Said> either() {
        return left.filter(said -> !said.byDefault()).or(() -> right);
    }

    /** Whether both come to the same. */
    public boolean isSame() {
        return left.map(Said::value).equals(right.map(Said::value));
    }
}
