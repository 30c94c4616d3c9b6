package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * {@code POST /oauth2/token}, with Cognito's errors and nothing but them: the real one sends no
 * {@code error_description} either.
 */
final class TokenEndpoint {

    private final LocalPool pool;
    private final GivenTokens tokens;
    private final AuthorizationCodes codes;
    private final Directory directory;

    TokenEndpoint(LocalPool pool, GivenTokens tokens, AuthorizationCodes codes, Directory directory) {
        this.pool = pool;
        this.tokens = tokens;
        this.codes = codes;
        this.directory = directory;
    }

    TokenAnswer answer(TokenRequest request, Door door) {
        if (!request.method().equals("POST")) {
            return new TokenAnswer(405, new TreeMap<>(), "").with("Allow", "POST");
        }
        try {
            return json(200, grant(request, door));
        } catch (OAuthRefusal e) {
            return json(400, JsonNodeFactory.instance.objectNode().put("error", e.error()));
        }
    }

    private static TokenAnswer json(int status, ObjectNode body) {
        return TokenAnswer.json(status, "application/json;charset=UTF-8", body)
                .with("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate")
                .with("Pragma", "no-cache");
    }

    private ObjectNode grant(TokenRequest request, Door door) throws OAuthRefusal {
        FormBody form = FormBody.of(request);
        String grant = form.value("grant_type").orElseThrow(() -> new OAuthRefusal("invalid_request"));
        if (!List.of("authorization_code", "client_credentials", "refresh_token")
                .contains(grant)) {
            throw new OAuthRefusal("unsupported_grant_type");
        }
        LocalClient client = ClientAuthentication.of(request, form).in(pool);
        return switch (grant) {
            case "client_credentials" -> machine(client, form, door);
            case "refresh_token" -> refreshed(client, form);
            default -> exchanged(client, form);
        };
    }

    private ObjectNode machine(LocalClient client, FormBody form, Door door) throws OAuthRefusal {
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
        try {
            return answered(client, tokens.machine(client, scopes, door.issuer()));
        } catch (CognitoRefusal e) {
            throw new OAuthRefusal("invalid_request");
        }
    }

    private static List<String> words(String scope) {
        return Arrays.stream(scope.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private ObjectNode exchanged(LocalClient client, FormBody form) throws OAuthRefusal {
        if (!client.oauthEnabled() || !client.oauthFlows().contains("code")) {
            throw new OAuthRefusal("unauthorized_client");
        }
        String code = form.value("code").orElseThrow(() -> new OAuthRefusal("invalid_request"));
        String redirect = form.value("redirect_uri").orElseThrow(() -> new OAuthRefusal("invalid_request"));
        AuthorizationCodes.Code found = codes.redeem(client, code, redirect, form.value("code_verifier"));
        PoolAccount account = directory.bySubject(found.subject()).orElseThrow(() -> new OAuthRefusal("invalid_grant"));
        if (!account.enabled() || !mayRead(client, found.signedIn().scopes())) {
            throw new OAuthRefusal("invalid_grant");
        }
        try {
            return answered(client, tokens.signIn(client, account, found.signedIn(), "HostedAuth"));
        } catch (CognitoRefusal e) {
            throw new OAuthRefusal("invalid_request");
        }
    }

    /** A scope stands for attributes, and Cognito wants the client to be able to read them. */
    private static boolean mayRead(LocalClient client, List<String> scopes) {
        return List.of(List.of("email", "email"), List.of("phone", "phone_number")).stream()
                .filter(pair -> scopes.contains(pair.get(0)))
                .allMatch(pair ->
                        client.pages().reads(pair.get(1)) && client.pages().reads(pair.get(1) + "_verified"));
    }

    private ObjectNode refreshed(LocalClient client, FormBody form) throws OAuthRefusal {
        if (!client.oauthEnabled() || !client.oauthFlows().contains("code")) {
            throw new OAuthRefusal("unauthorized_client");
        }
        String token = form.value("refresh_token").orElseThrow(() -> new OAuthRefusal("invalid_request"));
        try {
            return answered(client, tokens.refresh(client, token));
        } catch (CognitoRefusal e) {
            throw new OAuthRefusal("invalid_grant");
        }
    }

    private static ObjectNode answered(LocalClient client, GivenTokens.Given given) {
        ObjectNode answer = answered(client, given.pair().access());
        given.pair().identity().ifPresent(id -> answer.put("id_token", id));
        given.refresh().ifPresent(token -> answer.put("refresh_token", token));
        return answer;
    }

    private static ObjectNode answered(LocalClient client, String accessToken) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("access_token", accessToken)
                .put("expires_in", client.lives().access())
                .put("token_type", "Bearer");
    }
}
