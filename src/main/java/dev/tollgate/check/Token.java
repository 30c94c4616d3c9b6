package dev.tollgate.check;

import dev.tollgate.model.AppClient;
import java.util.List;

/**
 * A kind of token that a client can obtain.
 *
 * @param scopes what an access token can carry; an ID token carries none
 */
public record Token(AppClient client, Use use, Grant grant, List<String> scopes) {

    public Token {
        scopes = List.copyOf(scopes);
    }

    /** What a token is for, as its claim {@code token_use} says. */
    public enum Use {
        /** Says who signed in. */
        ID,
        /** Says what the bearer may do. */
        ACCESS
    }

    /** How a client obtains a token. */
    public enum Grant {
        CLIENT_CREDENTIALS("client_credentials"),
        CODE("code"),
        IMPLICIT("implicit"),
        INITIATE_AUTH("InitiateAuth");

        private final String word;

        Grant(String word) {
            this.word = word;
        }

        /** Cognito's word for it. */
        public String word() {
            return word;
        }
    }
}
