package dev.tollgate.init;

import java.util.List;

/** An app client of a new environment. */
public record Client(String id, Flow flow, List<String> scopes) {

    public Client {
        scopes = List.copyOf(scopes);
    }

    /** How a client gets its tokens. */
    public enum Flow {
        /** A machine, in its own name, with a secret. */
        CLIENT_CREDENTIALS,
        /** A person, with a password, in the application's own pages. */
        PASSWORD,
        /** A person, on the user pool's pages. */
        CODE
    }
}
