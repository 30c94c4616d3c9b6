package dev.tollgate.grant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Gets tokens: a machine's by {@code client_credentials}, a person's by {@code USER_PASSWORD_AUTH}. */
public final class TokenGrants {

    private static final String HMAC = "HmacSHA256";
    /** A token goes to a terminal and into a header: nothing else is let through. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]+");

    private final Exchange exchange = new Exchange();

    /** The access token of {@code client} itself; without {@code scopes} one with all that it has. */
    public Grant machine(GrantClient client, URI tokenEndpoint, List<String> scopes) throws InterruptedException {
        Map<String, String> form = new TreeMap<>(Map.of("grant_type", "client_credentials"));
        if (!scopes.isEmpty()) {
            form.put("scope", String.join(" ", scopes));
        }
        Map<String, String> headers = new TreeMap<>(Map.of("Content-Type", "application/x-www-form-urlencoded"));
        client.secret()
                .ifPresentOrElse(
                        secret -> headers.put("Authorization", "Basic " + base64(client.id() + ":" + secret)),
                        () -> form.put("client_id", client.id()));
        Exchange.Answer answer = exchange.post(tokenEndpoint, headers, encoded(form));
        return token(answer.body().path("access_token"))
                .orElseGet(() -> RefusalMessages.ofEndpoint(client, scopes, tokenEndpoint, answer));
    }

    /** The access token of {@code user}, or their ID token where {@code kind} says so; {@code cognito} is the API's. */
    public Grant person(GrantClient client, URI cognito, String user, String password, TokenKind kind)
            throws InterruptedException {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("AuthFlow", "USER_PASSWORD_AUTH")
                .put("ClientId", client.id());
        ObjectNode parameters =
                body.putObject("AuthParameters").put("USERNAME", user).put("PASSWORD", password);
        client.secret().ifPresent(secret -> parameters.put("SECRET_HASH", hash(secret, user + client.id())));
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/x-amz-json-1.1",
                "X-Amz-Target",
                "AWSCognitoIdentityProviderService.InitiateAuth");
        Exchange.Answer answer = exchange.post(cognito, headers, body.toString());
        return token(answer.body().path("AuthenticationResult").path(kind.member()))
                .orElseGet(() -> RefusalMessages.ofCognito(client, user, cognito, answer));
    }

    private static Optional<Grant> token(JsonNode written) {
        return Optional.ofNullable(written.textValue())
                .filter(text -> TOKEN.matcher(text).matches())
                .map(Grant.Granted::new);
    }

    private static String encoded(Map<String, String> form) {
        StringBuilder text = new StringBuilder();
        form.forEach((name, value) -> text.append(text.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return text.toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Cognito's {@code SECRET_HASH}. */
    private static String hash(String secret, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }
}
