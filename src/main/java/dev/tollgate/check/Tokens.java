package dev.tollgate.check;

import dev.tollgate.model.AppClient;
import dev.tollgate.model.Scope;
import dev.tollgate.surface.TokenUse;
import java.util.ArrayList;
import java.util.List;

/** The kinds of token that Cognito gives a client for the flows it has. */
final class Tokens {

    private Tokens() {}

    static List<Token> of(AppClient client) {
        List<Token> tokens = new ArrayList<>();
        if (client.usesClientCredentials()) {
            tokens.add(new Token(client, TokenUse.ACCESS, Token.Grant.CLIENT_CREDENTIALS, client.customScopes()));
        }
        if (client.oauthFlows().contains("code")) {
            tokens.addAll(ofRedirect(client, Token.Grant.CODE));
        }
        if (client.oauthFlows().contains("implicit")) {
            tokens.addAll(ofRedirect(client, Token.Grant.IMPLICIT));
        }
        if (client.usesInitiateAuth()) {
            tokens.add(new Token(client, TokenUse.ID, Token.Grant.INITIATE_AUTH, List.of()));
            tokens.add(new Token(client, TokenUse.ACCESS, Token.Grant.INITIATE_AUTH, List.of(Scope.USER_ADMIN)));
        }
        return tokens;
    }

    private static List<Token> ofRedirect(AppClient client, Token.Grant grant) {
        Token access = new Token(client, TokenUse.ACCESS, grant, client.scopes());
        return client.scopes().contains(Scope.OPENID)
                ? List.of(new Token(client, TokenUse.ID, grant, List.of()), access)
                : List.of(access);
    }
}
