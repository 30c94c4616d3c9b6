package dev.tollgate.grant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;

/** Gets tokens: a machine's by {@code client_credentials}, a person's by SRP, by their password, or by a code. */
public final class TokenGrants {

    private static final String HMAC = "HmacSHA256";
    /** The challenge of SRP. */
    private static final String PROOF = "PASSWORD_VERIFIER";
    /** A token goes to a terminal and into a header: nothing else is let through. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]+");

    private final Exchange exchange;
    private final SecureRandom random;
    private final Clock clock;

    /** {@code trust} says whose certificates are good. */
    public TokenGrants(SecureRandom random, Clock clock, SSLContext trust) {
        this.exchange = new Exchange(trust);
        this.random = random;
        this.clock = clock;
    }

    /** The access token of {@code client} itself; without {@code scopes} one with all that it has. */
    public Grant machine(GrantClient client, URI tokenEndpoint, List<String> scopes) throws InterruptedException {
        Map<String, String> form = new TreeMap<>(Map.of("grant_type", "client_credentials"));
        if (!scopes.isEmpty()) {
            form.put("scope", String.join(" ", scopes));
        }
        Exchange.Answer answer = atTokenEndpoint(client, tokenEndpoint, form);
        return token(answer.body().path("access_token"))
                .orElseGet(() -> RefusalMessages.ofEndpoint(client, scopes, tokenEndpoint, answer));
    }

    /** The access token of {@code user}, or their ID token where {@code kind} says so; {@code cognito} is the API's. */
    public Grant person(GrantClient client, URI cognito, String user, String password, TokenKind kind)
            throws InterruptedException {
        boolean srp = client.signIn() == PersonFlow.SRP;
        SrpProof proof = new SrpProof(random);
        ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("USERNAME", user);
        parameters.put(srp ? "SRP_A" : "PASSWORD", srp ? proof.publicValue() : password);
        client.secret().ifPresent(secret -> parameters.put("SECRET_HASH", hash(secret, user + client.id())));
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("ClientId", client.id())
                .put("AuthFlow", srp ? "USER_SRP_AUTH" : "USER_PASSWORD_AUTH");
        body.set("AuthParameters", parameters);
        Exchange.Answer answer = operation(cognito, "InitiateAuth", body);
        if (srp && answer.body().path("ChallengeName").asText("").equals(PROOF)) {
            answer = proven(client, cognito, proof, answer.body().path("ChallengeParameters"), password);
        }
        Exchange.Answer last = answer;
        return token(last.body().path("AuthenticationResult").path(kind.member()))
                .orElseGet(() -> RefusalMessages.ofCognito(client, user, cognito, last));
    }

    private Exchange.Answer proven(GrantClient client, URI cognito, SrpProof proof, JsonNode asked, String password)
            throws InterruptedException {
        ObjectNode answers = proof.answer(asked, client.poolName(), password, clock.instant());
        String user = answers.path("USERNAME").asText();
        client.secret().ifPresent(secret -> answers.put("SECRET_HASH", hash(secret, user + client.id())));
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("ChallengeName", PROOF)
                .put("ClientId", client.id());
        body.set("ChallengeResponses", answers);
        return operation(cognito, "RespondToAuthChallenge", body);
    }

    private Exchange.Answer operation(URI cognito, String name, ObjectNode body) throws InterruptedException {
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/x-amz-json-1.1",
                "X-Amz-Target",
                "AWSCognitoIdentityProviderService." + name);
        return exchange.post(cognito, headers, body.toString());
    }

    /**
     * The token of whoever signed in on the pool's pages, for the {@code code} with which they were sent back to
     * {@code redirect}.
     */
    public Grant code(
            GrantClient client, URI tokenEndpoint, String code, String redirect, String verifier, TokenKind kind)
            throws InterruptedException {
        Map<String, String> form = new TreeMap<>(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", redirect,
                "code_verifier", verifier));
        Exchange.Answer answer = atTokenEndpoint(client, tokenEndpoint, form);
        return token(answer.body().path(kind == TokenKind.ID ? "id_token" : "access_token"))
                .orElseGet(() -> RefusalMessages.ofCode(client, kind, tokenEndpoint, answer));
    }

    private Exchange.Answer atTokenEndpoint(GrantClient client, URI endpoint, Map<String, String> form)
            throws InterruptedException {
        Map<String, String> headers = new TreeMap<>(Map.of("Content-Type", "application/x-www-form-urlencoded"));
        client.secret()
                .ifPresentOrElse(
                        secret -> headers.put("Authorization", "Basic " + base64(client.id() + ":" + secret)),
                        () -> form.put("client_id", client.id()));
        return exchange.post(endpoint, headers, encoded(form));
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
