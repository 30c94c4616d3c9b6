package dev.tollgate.gateway.token;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code POST /oauth2/token}, with Cognito's errors and nothing but them: the real one sends no
 * {@code error_description} either.
 */
final class TokenEndpoint {

    private final LocalPool pool;
    private final TokenIssuer issuer;
    private final Sessions sessions;
    private final Clock clock;

    TokenEndpoint(LocalPool pool, TokenIssuer issuer, Sessions sessions, Clock clock) {
        this.pool = pool;
        this.issuer = issuer;
        this.sessions = sessions;
        this.clock = clock;
    }

    TokenAnswer answer(TokenRequest request) {
        if (!request.method().equals("POST")) {
            return new TokenAnswer(405, new TreeMap<>(), "").with("Allow", "POST");
        }
        try {
            return json(200, grant(request));
        } catch (OAuthRefusal e) {
            return json(400, JsonNodeFactory.instance.objectNode().put("error", e.error()));
        }
    }

    private static TokenAnswer json(int status, ObjectNode body) {
        return TokenAnswer.json(status, "application/json;charset=UTF-8", body)
                .with("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate")
                .with("Pragma", "no-cache");
    }

    private ObjectNode grant(TokenRequest request) throws OAuthRefusal {
        FormBody form = FormBody.of(request);
        String grant = form.value("grant_type").orElseThrow(() -> new OAuthRefusal("invalid_request"));
        if (!List.of("authorization_code", "client_credentials", "refresh_token")
                .contains(grant)) {
            throw new OAuthRefusal("unsupported_grant_type");
        }
        LocalClient client = ClientAuthentication.of(request, form).in(pool);
        return switch (grant) {
            case "client_credentials" -> machine(client, form);
            case "refresh_token" -> refreshed(client, form);
            // There are no pages to sign in on, so no code can be good.
            default ->
                throw new OAuthRefusal(client.oauthFlows().contains("code") ? "invalid_grant" : "unauthorized_client");
        };
    }

    private ObjectNode machine(LocalClient client, FormBody form) throws OAuthRefusal {
        if (!client.oauthEnabled()) {
            // Not documented; https://github.com/boto/boto3/issues/3916 saw this one.
            throw new OAuthRefusal("invalid_grant");
        }
        if (!client.oauthFlows().contains("client_credentials")) {
            throw new OAuthRefusal("unauthorized_client");
        }
        if (client.secret().isEmpty()) {
            throw new OAuthRefusal("invalid_client");
        }
        List<String> allowed = client.customScopes();
        List<String> scopes = form.value("scope").map(TokenEndpoint::words).orElse(allowed);
        if (scopes.isEmpty() || !allowed.containsAll(scopes)) {
            throw new OAuthRefusal("invalid_scope");
        }
        return answered(client, issuer.machine(client, scopes));
    }

    private static List<String> words(String scope) {
        return Arrays.stream(scope.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private ObjectNode refreshed(LocalClient client, FormBody form) throws OAuthRefusal {
        String token = form.value("refresh_token").orElseThrow(() -> new OAuthRefusal("invalid_request"));
        if (!client.allows("REFRESH_TOKEN_AUTH")) {
            throw new OAuthRefusal("unauthorized_client");
        }
        Optional<Session> session = sessions.find(token, client)
                .filter(found -> found.expires() > clock.instant().getEpochSecond());
        Optional<LocalUser> user = session.flatMap(found -> pool.user(found.username()));
        if (session.isEmpty() || user.isEmpty()) {
            throw new OAuthRefusal("invalid_grant");
        }
        TokenIssuer.Pair pair = issuer.person(client, user.get(), session.get());
        return answered(client, pair.access()).put("id_token", pair.id());
    }

    private static ObjectNode answered(LocalClient client, String accessToken) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("access_token", accessToken)
                .put("expires_in", client.lives().access())
                .put("token_type", "Bearer");
    }
}
