package dev.tollgate.gateway.token;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything a pool answers: its token endpoint, {@code InitiateAuth}, its keys, and its OpenID configuration, whose
 * addresses are local ones while the issuer is Cognito's.
 */
public final class PoolEndpoint {

    private final LocalPool pool;
    private final PoolKeys keys;
    private final TokenEndpoint tokenEndpoint;
    private final CognitoApi cognitoApi;

    public PoolEndpoint(LocalPool pool, PoolKeys keys, Clock clock, SecureRandom random) {
        TokenIssuer issuer = new TokenIssuer(pool, keys, clock, random);
        Sessions sessions = new Sessions(random);
        this.pool = pool;
        this.keys = keys;
        this.tokenEndpoint = new TokenEndpoint(pool, issuer, sessions, clock);
        this.cognitoApi = new CognitoApi(new InitiateAuth(pool, issuer, sessions, clock));
    }

    /**
     * The answer to {@code request}, unless it is not for a pool; {@code base} is where this pool is served, whose path
     * the request no longer has.
     */
    public Optional<TokenAnswer> answer(TokenRequest request, URI base) {
        if (request.path().equals("/oauth2/token")) {
            return Optional.of(tokenEndpoint.answer(request));
        }
        if (request.path().equals("/" + pool.id() + "/.well-known/jwks.json")) {
            return Optional.of(document(request, keys.jwks()));
        }
        if (request.path().equals("/" + pool.id() + "/.well-known/openid-configuration")) {
            return Optional.of(document(request, configuration(base)));
        }
        if (request.path().equals("/")
                && request.method().equals("POST")
                && request.headers().containsKey("X-Amz-Target")) {
            return Optional.of(cognitoApi.answer(request));
        }
        return Optional.empty();
    }

    private static TokenAnswer document(TokenRequest request, ObjectNode document) {
        boolean isRead = request.method().equals("GET") || request.method().equals("HEAD");
        return isRead
                ? TokenAnswer.json(200, "application/json", document).with("Cache-Control", "public, max-age=86400")
                : new TokenAnswer(405, new TreeMap<>(), "").with("Allow", "GET, HEAD");
    }

    private ObjectNode configuration(URI base) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("issuer", pool.issuer())
                .put("jwks_uri", address(base, "/" + pool.id() + "/.well-known/jwks.json"))
                .put("token_endpoint", address(base, "/oauth2/token"));
        document.putArray("grant_types_supported").add("client_credentials").add("refresh_token");
        document.putArray("id_token_signing_alg_values_supported").add("RS256");
        document.putArray("response_types_supported").add("code").add("token");
        document.putArray("scopes_supported")
                .add("openid")
                .add("email")
                .add("phone")
                .add("profile");
        document.putArray("subject_types_supported").add("public");
        document.putArray("token_endpoint_auth_methods_supported")
                .add("client_secret_basic")
                .add("client_secret_post");
        return document;
    }

    private static String address(URI base, String path) {
        return base.toString().replaceAll("/+$", "") + path;
    }

    /** What this pool's clients may do in AWS and cannot do here, to be named at start. */
    public List<String> unserved() {
        List<String> lines = new ArrayList<>();
        for (LocalClient client : pool.clients()) {
            client.oauthFlows().stream()
                    .filter(flow -> !flow.equals("client_credentials"))
                    .sorted()
                    .forEach(flow -> lines.add("client `" + client.id() + "`: OAuth flow `" + flow
                            + "` needs the hosted login pages, which are not served locally"));
            client.authFlows().stream()
                    .filter(flow -> !flow.endsWith("USER_PASSWORD_AUTH") && !flow.contains("REFRESH_TOKEN"))
                    .sorted()
                    .forEach(flow ->
                            lines.add("client `" + client.id() + "`: flow `" + flow + "` is not served locally"));
        }
        return List.copyOf(lines);
    }
}
