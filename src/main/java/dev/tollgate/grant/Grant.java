package dev.tollgate.grant;

/** What came of asking for a token. */
public sealed interface Grant {

    /** The token, in the alphabet of tokens. */
    record Granted(String token) implements Grant {
        @Override
        public String toString() {
            return "Granted[]";
        }
    }

    /** Why there is none. */
    record Refused(String message, String hint) implements Grant {}
}
