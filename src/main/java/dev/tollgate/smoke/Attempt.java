package dev.tollgate.smoke;

import java.util.List;

/**
 * One route with one credential.
 *
 * @param actual the status; 0 when there was no answer
 * @param note why there was none, or what the gateway said
 * @param differences how the headers of the answer differ from what the file says, one sentence each
 */
public record Attempt(
        SmokeRoute route,
        Credential credential,
        ExpectedAnswer expected,
        int actual,
        String note,
        List<String> differences) {

    public Attempt {
        differences = List.copyOf(differences);
    }

    /** Whether the answer is what was expected. */
    public boolean passes() {
        return actual != 0 && expected.isMetBy(actual) && differences.isEmpty();
    }

    /** Whether a function, or the way to it, failed. */
    public boolean failed() {
        return actual >= 500;
    }
}
