package dev.tollgate.diff;

import dev.tollgate.schema.Literal;

/**
 * What an environment says under a key.
 *
 * @param byDefault whether it is the default, which holds where the file says nothing
 */
public record Said(Object value, boolean byDefault) {

    /** The value as the file writes it, {@code 10 (default)}. */
    public String text() {
        return Literal.of(value) + (byDefault ? " (default)" : "");
    }
}
