package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.SignedIn;
import dev.tollgate.gateway.token.TokenIssuer;
import java.util.Optional;
import java.util.TreeMap;

/** {@code GET /oauth2/userInfo}. */
final class UserInfo {

    private final LocalPool pool;
    private final AccessTokens tokens;

    UserInfo(LocalPool pool, AccessTokens tokens) {
        this.pool = pool;
        this.tokens = tokens;
    }

    TokenAnswer answer(TokenRequest request, Door door) {
        if (!request.method().equals("GET") && !request.method().equals("POST")) {
            return new TokenAnswer(405, new TreeMap<>(), "").with("Allow", "GET, POST");
        }
        Optional<String> token = request.header("Authorization")
                .filter(text -> text.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(text -> text.substring(7).strip());
        if (token.isEmpty()) {
            return refused(400, "invalid_request", "Bad OAuth2 request at UserInfo Endpoint");
        }
        Optional<AccessTokens.Shown> shown = tokens.shown(token.get(), door);
        if (shown.isEmpty() || !shown.get().claims().scopes().contains("openid")) {
            return refused(
                    401,
                    "invalid_token",
                    "Access token is expired, disabled, or deleted, or the user has globally signed out.");
        }
        return TokenAnswer.json(200, "application/json;charset=UTF-8", about(shown.get()))
                .with("Cache-Control", "no-store");
    }

    private ObjectNode about(AccessTokens.Shown shown) {
        PoolAccount account = shown.account();
        SignedIn signedIn = new SignedIn("", 0, "", "", shown.claims().scopes(), true, Optional.empty());
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("sub", account.subject());
        shown.claims().text("client_id").flatMap(pool::client).ifPresent(client -> account.attributes()
                .forEach((name, value) -> {
                    if (client.pages().reads(name) && TokenIssuer.shows(signedIn, name)) {
                        body.put(name, value);
                    }
                }));
        return body.put("username", account.name());
    }

    private static TokenAnswer refused(int status, String error, String description) {
        return TokenAnswer.json(
                        status,
                        "application/json;charset=UTF-8",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("error", error)
                                .put("error_description", description))
                .with("WWW-Authenticate", "error=\"" + error + "\", error_description=\"" + description + "\"");
    }
}
