package dev.tollgate.cli.served;

import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.token.RandomText;
import dev.tollgate.grant.Grant;
import dev.tollgate.grant.TokenGrants;
import dev.tollgate.grant.TokenKind;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Signs somebody in on the pool's pages, and waits on this machine for the code that they come back with: PKCE. */
public final class BrowserSignIn {

    private static final long MINUTES = 5;

    private final ClientIssuer issuer;
    private final TokenGrants grants;
    private final SecureRandom random;

    public BrowserSignIn(ClientIssuer issuer, TokenGrants grants, SecureRandom random) {
        this.grants = grants;
        this.issuer = issuer;
        this.random = random;
    }

    /** Whether the client signs people in on the pool's pages. */
    public boolean isPossible() {
        return !issuer.pages().callbacks().isEmpty();
    }

    /** The token of whoever signs in at the address that {@code opened} is told. */
    public Grant token(TokenKind kind, List<String> scopes, Consumer<URI> opened) throws InterruptedException {
        String verifier = RandomText.letters(random, 48);
        try (WaitingPage page = waiting(RandomText.letters(random, 24))) {
            opened.accept(address(page, verifier, scopes));
            SortedMap<String, String> answer = page.sent().get(MINUTES, TimeUnit.MINUTES);
            String code = answer.getOrDefault("code", "");
            if (code.isEmpty()) {
                return new Grant.Refused(
                        "the sign-in page answered `" + word(answer.getOrDefault("error", "")) + "`",
                        "sign in again, and look at `scopes` of the client");
            }
            return grants.code(
                    issuer.client(),
                    issuer.tokenEndpoint(),
                    code,
                    page.address().toString(),
                    verifier,
                    kind);
        } catch (TimeoutException e) {
            return new Grant.Refused("nobody signed in within " + MINUTES + " minutes", "run it again");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String word(String text) {
        return text.matches("[a-z_]{1,40}") ? text : "something else";
    }

    /**
     * At the first of the client's own addresses on this machine where nobody listens: Cognito compares them to the
     * letter.
     */
    private WaitingPage waiting(String state) {
        List<URI> here = issuer.pages().callbacks().stream()
                .filter(address -> address.matches("http://(localhost|127\\.0\\.0\\.1):[0-9]{1,5}(/[^?#]*)?"))
                .map(URI::create)
                .toList();
        for (URI address : here) {
            try {
                return WaitingPage.at(address, state);
            } catch (IOException e) {
                // Somebody listens there, the application perhaps: the next one may be free.
            }
        }
        throw new UserError(
                UserError.Exit.ENVIRONMENT,
                here.isEmpty()
                        ? "client `" + issuer.client().name() + "` has no callback address on this machine"
                        : "something else listens at each callback address of client `"
                                + issuer.client().name() + "` on this machine",
                "add one to `callback_urls` of the client, such as `http://localhost:8765/callback`, or sign in with"
                        + " `--user NAME`");
    }

    private URI address(WaitingPage page, String verifier, List<String> scopes) {
        SortedMap<String, String> query = new TreeMap<>(Map.of(
                "client_id", issuer.client().id(),
                "response_type", "code",
                "redirect_uri", page.address().toString(),
                "state", page.state(),
                "code_challenge_method", "S256",
                "code_challenge", hashed(verifier)));
        if (!scopes.isEmpty()) {
            query.put("scope", String.join(" ", scopes));
        }
        String token = issuer.tokenEndpoint().toString();
        return URI.create(token.substring(0, token.lastIndexOf('/')) + "/authorize?"
                + String.join(
                        "&",
                        query.entrySet().stream()
                                .map(pair -> pair.getKey() + "="
                                        + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                                .toList()));
    }

    private static String hashed(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
