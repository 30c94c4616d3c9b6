package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tollgate.gateway.token.Jwt;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code POST /oauth2/revoke}: the refresh token, and with it what the pool itself knows of the sign-in. A gateway that
 * only looks at signatures goes on taking the access token until it expires, here as in AWS.
 */
final class Revocation {

    private final LocalPool pool;
    private final Sessions sessions;

    Revocation(LocalPool pool, Sessions sessions) {
        this.pool = pool;
        this.sessions = sessions;
    }

    TokenAnswer answer(TokenRequest request) {
        if (!request.method().equals("POST")) {
            return new TokenAnswer(405, new TreeMap<>(), "").with("Allow", "POST");
        }
        try {
            FormBody form = FormBody.of(request);
            LocalClient client = ClientAuthentication.of(request, form).in(pool);
            Optional<String> token = form.value("token");
            if (token.isEmpty() || !client.pages().revocable()) {
                throw new OAuthRefusal("invalid_request");
            }
            if (Jwt.read(token.get()) instanceof Jwt.Decoded) {
                throw new OAuthRefusal("unsupported_token_type");
            }
            sessions.revoke(token.get(), client);
            return new TokenAnswer(200, new TreeMap<>(), "").with("Cache-Control", "no-store");
        } catch (OAuthRefusal e) {
            return TokenAnswer.json(
                    e.error().equals("invalid_client") ? 401 : 400,
                    "application/json;charset=UTF-8",
                    JsonNodeFactory.instance.objectNode().put("error", e.error()));
        }
    }
}
