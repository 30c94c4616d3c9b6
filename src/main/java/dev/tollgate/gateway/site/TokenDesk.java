package dev.tollgate.gateway.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.engine.Call;
import dev.tollgate.gateway.engine.Reply;
import dev.tollgate.gateway.signin.SignInAs;
import dev.tollgate.gateway.signin.TokenAnswer;
import dev.tollgate.gateway.signin.TokenRequest;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Asks a pool's own endpoint for a token on behalf of the console, which never learns a client's secret. */
final class TokenDesk {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final URI NOWHERE = URI.create("http://127.0.0.1");

    Reply answer(Call call, LocalGateway gateway) {
        JsonNode asked = read(new String(call.bytes(), StandardCharsets.UTF_8));
        Optional<Map.Entry<LocalPool, LocalClient>> found =
                Console.client(gateway, asked.path("client").asText(""));
        if (found.isEmpty()) {
            return refused(400, "there is no such client");
        }
        LocalPool pool = found.get().getKey();
        LocalClient client = found.get().getValue();
        if (asked.has("as")) {
            return signedIn(gateway, pool, client, asked);
        }
        boolean person = asked.has("user");
        TokenRequest request = person ? signIn(client, asked) : grant(client, asked.path("scopes"));
        TokenAnswer answer = gateway.pool(pool.id())
                .flatMap(endpoint -> endpoint.answer(request, NOWHERE))
                .orElseThrow();
        JsonNode body = read(answer.body());
        boolean id = asked.path("kind").asText("").equals("id");
        JsonNode token = person
                ? body.path("AuthenticationResult").path(id ? "IdToken" : "AccessToken")
                : body.path("access_token");
        if (!token.isTextual()) {
            return refused(400, reason(body));
        }
        return given(token.textValue(), person && id);
    }

    private static Reply given(String token, boolean id) {
        ObjectNode given =
                JsonNodeFactory.instance.objectNode().put("token", token).put("kind", id ? "ID" : "access");
        return Console.json(200, given.toString());
    }

    /** The token of somebody of the pool, whose password nobody needs who holds the pool in their hands. */
    private static Reply signedIn(LocalGateway gateway, LocalPool pool, LocalClient client, JsonNode asked) {
        if (client.oauthFlows().contains("client_credentials")) {
            return refused(400, "nobody signs in to a machine's client");
        }
        boolean id = asked.path("kind").asText("").equals("id");
        SignInAs.Outcome outcome = gateway.pool(pool.id())
                .orElseThrow()
                .signInAs()
                .in(client, asked.path("as").asText(""));
        String token =
                outcome.pair().map(pair -> id ? pair.id() : pair.access()).orElse("");
        if (token.isEmpty()) {
            return refused(
                    400,
                    outcome.refusal().isEmpty()
                            ? "the client gets no ID token: `openid` is not among its scopes"
                            : outcome.refusal());
        }
        return given(token, id);
    }

    /** With {@code scopes} of those that it has, or with all. */
    private static TokenRequest grant(LocalClient client, JsonNode scopes) {
        SortedMap<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Content-Type", List.of("application/x-www-form-urlencoded"));
        headers.put(
                "Authorization",
                List.of("Basic " + base64(client.id() + ":" + client.secret().orElse(""))));
        StringBuilder form = new StringBuilder("grant_type=client_credentials");
        List<String> chosen = new ArrayList<>();
        scopes.forEach(scope -> chosen.add(scope.asText()));
        if (!chosen.isEmpty()) {
            form.append("&scope=").append(URLEncoder.encode(String.join(" ", chosen), StandardCharsets.UTF_8));
        }
        return new TokenRequest("POST", "/oauth2/token", "", headers, form.toString());
    }

    private static TokenRequest signIn(LocalClient client, JsonNode asked) {
        String user = asked.path("user").asText("");
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("AuthFlow", "USER_PASSWORD_AUTH")
                .put("ClientId", client.id());
        ObjectNode parameters = body.putObject("AuthParameters")
                .put("USERNAME", user)
                .put("PASSWORD", asked.path("password").asText(""));
        client.secretHash(user).ifPresent(hash -> parameters.put("SECRET_HASH", hash));
        SortedMap<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Content-Type", List.of("application/x-amz-json-1.1"));
        headers.put("X-Amz-Target", List.of("AWSCognitoIdentityProviderService.InitiateAuth"));
        return new TokenRequest("POST", "/", "", headers, body.toString());
    }

    private static String reason(JsonNode body) {
        for (String member : List.of("message", "error", "ChallengeName")) {
            if (body.path(member).isTextual()) {
                return body.path(member).asText();
            }
        }
        return "refused";
    }

    private static Reply refused(int status, String why) {
        return Console.json(
                status,
                JsonNodeFactory.instance.objectNode().put("message", why).toString());
    }

    private static JsonNode read(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text)).orElse(MissingNode.getInstance());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
