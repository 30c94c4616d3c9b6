package dev.tollgate.check;

import dev.tollgate.model.AppClient;
import dev.tollgate.surface.Proof;
import dev.tollgate.surface.Scopes;
import dev.tollgate.surface.TokenUse;
import java.util.List;

/**
 * A kind of token that a client can obtain.
 *
 * @param scopes what an access token can carry; an ID token carries none
 */
public record Token(AppClient client, TokenUse use, Grant grant, List<String> scopes) {

    public Token {
        scopes = List.copyOf(scopes);
    }

    /** The token as it is shown to an authorizer that its client is meant for. */
    public Proof proof() {
        return Proof.Token.of(use, Scopes.of(scopes));
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
