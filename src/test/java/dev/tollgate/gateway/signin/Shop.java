package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.gateway.token.ClientPages;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.LocalResourceServer;
import dev.tollgate.gateway.token.LocalTriggers;
import dev.tollgate.gateway.token.LocalUser;
import dev.tollgate.gateway.token.PasswordPolicy;
import dev.tollgate.gateway.token.PersonAttribute;
import dev.tollgate.gateway.token.PoolGroup;
import dev.tollgate.gateway.token.PoolPeople;
import dev.tollgate.gateway.token.PoolProvider;
import dev.tollgate.gateway.token.TokenLives;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The pool of a shop whose people sign in by their mail address. */
final class Shop {

    static final String VERIFIER = "verifier-verifier-verifier-verifier-verifier";
    /** By Python: base64url(sha256(VERIFIER)). */
    static final String CHALLENGE = "fD3GLJ_KzCDB0w6uDOSFNNdflrHwtv8Cizh6P5pJkfQ";

    static final String CALLBACK = "https://shop.example/in";
    static final String PASSWORD = "Correct-Horse-1";

    private Shop() {}

    static LocalPool pool() {
        return pool("OFF", LocalTriggers.NONE);
    }

    static LocalPool pool(String mfa, LocalTriggers triggers) {
        List<String> scopes = List.of("openid", "email", "profile", "shop/buy", "aws.cognito.signin.user.admin");
        return new LocalPool(
                "eu-west-1",
                "eu-west-1_Shop12345",
                List.of(
                        client("web", "", List.of("code"), scopes, true),
                        client("other", "", List.of("code"), scopes, true),
                        client("server", "s3cret", List.of("code"), scopes, true),
                        client("machine", "s3cret", List.of("client_credentials"), List.of("shop/buy"), true),
                        client("simple", "", List.of("implicit"), scopes, true),
                        client("legacy", "", List.of("code"), scopes, false)),
                List.of(new LocalResourceServer("shop", List.of("buy"))),
                List.of(new LocalUser(
                        "ada@shop.example", PASSWORD, new TreeMap<>(Map.of("given_name", "Ada")), List.of("staff"))),
                new PoolPeople(
                        List.of("email"),
                        List.of(),
                        false,
                        true,
                        List.of("email"),
                        new PasswordPolicy(10, true, true, true, false, 2),
                        mfa,
                        true,
                        List.of(
                                new PersonAttribute("given_name", true, true),
                                new PersonAttribute("custom:tenant", false, false)),
                        List.of(
                                new PoolGroup("staff", Optional.of(2L), Optional.of("arn:aws:iam::1:role/staff")),
                                new PoolGroup("boss", Optional.of(1L), Optional.empty())),
                        List.of(new PoolProvider("Google", "Google", List.of("email", "given_name"), List.of("g"))),
                        triggers));
    }

    private static LocalClient client(
            String id, String secret, List<String> flows, List<String> scopes, boolean hides) {
        return new LocalClient(
                id,
                Optional.of(secret).filter(text -> !text.isEmpty()),
                flows,
                true,
                scopes,
                List.of(
                        "ALLOW_USER_PASSWORD_AUTH",
                        "ALLOW_USER_SRP_AUTH",
                        "ALLOW_CUSTOM_AUTH",
                        "ALLOW_REFRESH_TOKEN_AUTH",
                        "ALLOW_ADMIN_USER_PASSWORD_AUTH"),
                new TokenLives(3600, 1800, 86_400),
                hides,
                new ClientPages(
                        List.of(CALLBACK, "myapp://in"),
                        List.of("https://shop.example/out"),
                        List.of("COGNITO", "Google"),
                        List.of(),
                        List.of(),
                        true,
                        id.equals("other") ? Optional.of(0L) : Optional.empty(),
                        180));
    }

    /** The address that {@code client} sends people to. */
    static String authorize(String client, String more) {
        return "/oauth2/authorize?client_id=" + client
                + "&response_type=code&redirect_uri=https%3A%2F%2Fshop.example%2Fin" + "&state=s%26t" + more;
    }

    static String withChallenge(String client) {
        return authorize(client, "&code_challenge_method=S256&code_challenge=" + CHALLENGE);
    }

    /** Signs Ada in on the page. */
    static Browser signedIn(Pools pools, String address) {
        return new Browser(pools).open(address).fill(Map.of("username", "ada@shop.example", "password", PASSWORD));
    }

    /** What the token endpoint answers to {@code form}. */
    static JsonNode token(Pools pools, String form) {
        return json(
                pools.ask("POST", "/oauth2/token", Map.of("Content-Type", "application/x-www-form-urlencoded"), form));
    }

    static String exchange(String client, String code, String more) {
        return "grant_type=authorization_code&client_id=" + client + "&code=" + code
                + "&redirect_uri=https%3A%2F%2Fshop.example%2Fin" + more;
    }

    /** What operation {@code name} answers. */
    static JsonNode call(Pools pools, String name, String body) {
        return json(pools.ask(
                "POST",
                "/",
                Map.of(
                        "Content-Type", "application/x-amz-json-1.1",
                        "X-Amz-Target", "AWSCognitoIdentityProviderService." + name,
                        "Authorization", "AWS4-HMAC-SHA256 x"),
                body.replace('\'', '"')));
    }

    static JsonNode json(TokenAnswer answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    /** The code of the latest mail. */
    static String code(Pools pools) {
        return pools.mails.getFirst().get(1).replaceAll("[^0-9]", "");
    }
}
