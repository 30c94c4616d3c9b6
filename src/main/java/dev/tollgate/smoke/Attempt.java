package dev.tollgate.smoke;

/**
 * One route with one credential.
 *
 * @param actual the status; 0 when there was no answer
 * @param note why there was none, or what the gateway said
 */
public record Attempt(SmokeRoute route, Credential credential, ExpectedAnswer expected, int actual, String note) {

    /** Whether the answer is what was expected. */
    public boolean passes() {
        return actual != 0 && expected.isMetBy(actual);
    }
}
