package dev.tollgate.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.Claims;
import dev.tollgate.gateway.token.Jwt;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in on the pool's pages: what people and their clients get. */
class HostedPagesTest {

    private final Pools pools = new Pools(Shop.pool());

    private static Claims claims(JsonNode token) {
        return ((Jwt.Decoded) Jwt.read(token.asText())).claims();
    }

    @Test
    void givesACodeForAPasswordAndTokensForTheCode() {
        Browser browser = Shop.signedIn(pools, Shop.withChallenge("web") + "&nonce=n1");

        assertThat(browser.last.status()).as(browser.last.body()).isEqualTo(302);
        assertThat(browser.location()).startsWith(Shop.CALLBACK + "?code=").endsWith("&state=s%26t");
        JsonNode answer =
                Shop.token(pools, Shop.exchange("web", browser.parameter("code"), "&code_verifier=" + Shop.VERIFIER));

        assertThat(answer.path("token_type").asText()).as(answer.toString()).isEqualTo("Bearer");
        Claims access = claims(answer.path("access_token"));
        assertThat(access.scopes())
                .containsExactly("openid", "email", "profile", "shop/buy", "aws.cognito.signin.user.admin");
        assertThat(access.json().path("version").asInt()).isEqualTo(2);
        assertThat(access.has("event_id")).isFalse();
        assertThat(access.texts("cognito:groups")).containsExactly("staff");
        Claims id = claims(answer.path("id_token"));
        assertThat(id.text("nonce")).contains("n1");
        assertThat(id.text("email")).contains("ada@shop.example");
        assertThat(id.text("given_name")).contains("Ada");
        assertThat(id.text("cognito:preferred_role")).contains("arn:aws:iam::1:role/staff");
        assertThat(id.has("at_hash")).isTrue();
        assertThat(id.text("iss")).contains(Shop.pool().issuer());

        JsonNode again = Shop.token(
                pools,
                "grant_type=refresh_token&client_id=web&refresh_token="
                        + answer.path("refresh_token").asText());
        assertThat(claims(again.path("access_token")).text("origin_jti")).isEqualTo(access.text("origin_jti"));
        assertThat(again.has("refresh_token")).isFalse();
    }

    @Test
    void staysSignedInInThisBrowserForAnHour() {
        Browser browser = Shop.signedIn(pools, Shop.withChallenge("web"));

        assertThat(browser.open(Shop.withChallenge("other")).location()).startsWith(Shop.CALLBACK + "?code=");
        assertThat(browser.open(Shop.withChallenge("web") + "&prompt=login")
                        .last
                        .body())
                .contains("<h1>Sign in</h1>");
        assertThat(browser.open(Shop.withChallenge("web") + "&prompt=none").location())
                .contains("code=");
        pools.now = Pools.START.plusSeconds(3600);
        assertThat(browser.open(Shop.withChallenge("web") + "&prompt=none").location())
                .isEqualTo(Shop.CALLBACK + "?error=login_required&state=s%26t");
    }

    @Test
    void signsUpWithACodeFromAMail() {
        Browser browser =
                new Browser(pools).open("/signup" + Shop.withChallenge("web").substring(17));
        browser.fill(Map.of("username", "bob@shop.example", "password", "short", "attribute.given_name", "Bob"));
        assertThat(browser.last.body()).contains("Password not long enough");
        browser.fill(
                Map.of("username", "bob@shop.example", "password", "Correct-Horse-2", "attribute.given_name", "Bob"));
        assertThat(pools.mails.getFirst().get(0)).isEqualTo("bob@shop.example");
        assertThat(browser.last.body()).contains("b***@s***").doesNotContain(Shop.code(pools));
        browser.fill(Map.of("code", "000000"));
        assertThat(browser.last.body()).contains("Invalid verification code");

        browser.fill(Map.of("code", Shop.code(pools)));

        JsonNode answer =
                Shop.token(pools, Shop.exchange("web", browser.parameter("code"), "&code_verifier=" + Shop.VERIFIER));
        Claims id = claims(answer.path("id_token"));
        assertThat(id.text("email")).contains("bob@shop.example");
        assertThat(id.json().path("email_verified").asBoolean()).isTrue();
        assertThat(id.text("cognito:username")).isEqualTo(id.text("sub"));
    }

    @Test
    void changesAForgottenPassword() {
        Browser browser = new Browser(pools)
                .open("/forgotPassword" + Shop.withChallenge("web").substring(17));
        browser.fill(Map.of("username", "ADA@shop.example"))
                .fill(Map.of("code", Shop.code(pools), "password", "Another-Horse-1"));
        assertThat(browser.last.body()).contains("Your password is changed");

        browser.fill(Map.of("password", Shop.PASSWORD));
        assertThat(browser.last.body()).contains("Incorrect username or password.");
        browser.fill(Map.of("password", "Another-Horse-1"));
        assertThat(browser.location()).startsWith(Shop.CALLBACK);
    }

    @Test
    void letsAProviderStandIn() {
        Browser browser = new Browser(pools).open(Shop.withChallenge("web") + "&identity_provider=Google");
        assertThat(browser.last.body()).contains("This page stands in for Google");
        browser.fill(Map.of("subject", "42", "attribute.email", "eve@gmail.example"));

        JsonNode answer =
                Shop.token(pools, Shop.exchange("web", browser.parameter("code"), "&code_verifier=" + Shop.VERIFIER));

        Claims id = claims(answer.path("id_token"));
        assertThat(id.text("cognito:username")).contains("Google_42");
        assertThat(id.json().path("identities").path(0).path("userId").asText()).isEqualTo("42");
        assertThat(id.json().path("email_verified").asBoolean(true)).isFalse();
        assertThat(id.texts("cognito:groups")).containsExactly("eu-west-1_Shop12345_Google");
    }

    @Test
    void givesTokensBehindTheHashInTheImplicitFlow() {
        Browser browser =
                Shop.signedIn(pools, Shop.authorize("simple", "").replace("response_type=code", "response_type=token"));

        assertThat(browser.location())
                .startsWith(Shop.CALLBACK + "#access_token=")
                .doesNotContain("refresh_token");
        assertThat(browser.parameter("token_type")).isEqualTo("bearer");
        assertThat(browser.parameter("id_token")).startsWith("ey");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "openid email          | email email_verified             | given_name",
                "openid profile        | given_name                       | email",
                "openid                | email email_verified given_name  | -",
                "openid shop/buy       | email given_name                 | -"
            })
    void showsWhatTheScopesLetBeSeen(String scope, String shown, String hidden) {
        Browser browser = Shop.signedIn(
                pools, Shop.withChallenge("web") + "&scope=" + scope.strip().replace(" ", "+"));
        JsonNode answer =
                Shop.token(pools, Shop.exchange("web", browser.parameter("code"), "&code_verifier=" + Shop.VERIFIER));
        JsonNode info = Shop.json(pools.ask(
                "GET",
                "/oauth2/userInfo",
                Map.of("Authorization", "Bearer " + answer.path("access_token").asText()),
                ""));

        for (JsonNode said : new JsonNode[] {claims(answer.path("id_token")).json(), info}) {
            for (String name : shown.split(" ", -1)) {
                assertThat(said.has(name)).as(name + " in " + said).isTrue();
            }
            assertThat(said.has(hidden)).as(hidden + " in " + said).isFalse();
        }
        assertThat(info.path("username").asText()).isEqualTo(info.path("sub").asText());
    }

    @Test
    void givesNoIdTokenWithoutOpenid() {
        Browser browser = Shop.signedIn(pools, Shop.withChallenge("web") + "&scope=shop/buy");
        JsonNode answer =
                Shop.token(pools, Shop.exchange("web", browser.parameter("code"), "&code_verifier=" + Shop.VERIFIER));

        assertThat(answer.has("id_token")).isFalse();
        assertThat(pools.ask(
                                "GET",
                                "/oauth2/userInfo",
                                Map.of(
                                        "Authorization",
                                        "Bearer " + answer.path("access_token").asText()),
                                "")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void signsOutAndBack() {
        Browser browser = Shop.signedIn(pools, Shop.withChallenge("web"));

        browser.last =
                browser.send("GET", "/logout?client_id=web&logout_uri=https%3A%2F%2Fshop.example%2Fout", "", Map.of());
        assertThat(browser.location()).isEqualTo("https://shop.example/out");
        assertThat(browser.open(Shop.withChallenge("web")).last.body()).contains("<h1>Sign in</h1>");
    }

    @Test
    void takesBackWhatCameOfASignIn() {
        Browser browser = Shop.signedIn(pools, Shop.withChallenge("web"));
        JsonNode answer =
                Shop.token(pools, Shop.exchange("web", browser.parameter("code"), "&code_verifier=" + Shop.VERIFIER));
        String bearer = "Bearer " + answer.path("access_token").asText();
        assertThat(info(bearer).status()).isEqualTo(200);

        TokenAnswer revoked = pools.ask(
                "POST",
                "/oauth2/revoke",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                "client_id=web&token=" + answer.path("refresh_token").asText());

        assertThat(revoked.status()).isEqualTo(200);
        assertThat(revoked.body()).isEmpty();
        assertThat(info(bearer).status()).isEqualTo(401);
        assertThat(Shop.token(
                                pools,
                                "grant_type=refresh_token&client_id=web&refresh_token="
                                        + answer.path("refresh_token").asText())
                        .path("error")
                        .asText())
                .isEqualTo("invalid_grant");
    }

    private TokenAnswer info(String authorization) {
        return pools.ask("GET", "/oauth2/userInfo", Map.of("Authorization", authorization), "");
    }

    /** As OpenID Connect has it: the issuer is where the client found it. */
    @Test
    void speaksForItselfWhereClientsFindIt() {
        String door = "/" + Shop.pool().id();
        JsonNode found = Shop.json(pools.ask("GET", door + "/.well-known/openid-configuration", Map.of(), ""));
        assertThat(found.path("issuer").asText()).isEqualTo(Pools.BASE + door);
        Browser browser = Shop.signedIn(pools, door + Shop.withChallenge("web"));

        JsonNode answer = Shop.json(pools.ask(
                "POST",
                door + "/oauth2/token",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                Shop.exchange("web", browser.parameter("code"), "&code_verifier=" + Shop.VERIFIER)));

        for (String token : new String[] {"access_token", "id_token"}) {
            assertThat(claims(answer.path(token)).text("iss")).contains(Pools.BASE + door);
        }
        assertThat(info("Bearer " + answer.path("access_token").asText()).status())
                .isEqualTo(401);
        assertThat(pools.ask(
                                "GET",
                                door + "/oauth2/userInfo",
                                Map.of(
                                        "Authorization",
                                        "Bearer " + answer.path("access_token").asText()),
                                "")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/token",
                "/oauth2/userInfo",
                "/oauth2/revoke",
                "/",
                "/eu-west-1_Shop12345/.well-known/jwks.json"
            })
    void answersPagesThatTheStackNames(String path) {
        Map<String, String> asking = Map.of(
                "Origin", "https://shop.example",
                "Access-Control-Request-Method", "POST",
                "Access-Control-Request-Headers", "content-type,x-amz-target");
        TokenAnswer preflight = pools.ask("OPTIONS", path, asking, "");

        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.headers())
                .containsEntry("Access-Control-Allow-Origin", "https://shop.example")
                .containsEntry("Access-Control-Allow-Headers", "content-type,x-amz-target");
        for (String stranger : new String[] {"https://evil.example", "null", "http://localhost:5173"}) {
            TokenAnswer refused = pools.ask("OPTIONS", path, Map.of("Origin", stranger), "");
            assertThat(refused.status()).as(stranger).isEqualTo(403);
            assertThat(refused.headers()).doesNotContainKey("Access-Control-Allow-Origin");
        }
    }

    @Test
    void asksForAnAppWhereThePoolInsists() {
        Pools strict = new Pools(Shop.pool("ON", dev.tollgate.gateway.token.LocalTriggers.NONE));
        Browser browser = Shop.signedIn(strict, Shop.withChallenge("web"));
        assertThat(browser.last.body()).contains("Set up an authenticator app");
        String secret = browser.last.body().replaceAll("(?s).*<code>([A-Z2-7]+)</code>.*", "$1");

        browser.fill(Map.of("code", "123"));
        assertThat(browser.last.body()).contains("Code mismatch");
        browser.fill(Map.of("code", AppCodes.code(secret, Pools.START.getEpochSecond() / 30)));
        assertThat(browser.location()).startsWith(Shop.CALLBACK + "?code=");

        Browser other = Shop.signedIn(strict, Shop.withChallenge("web"));
        assertThat(other.last.body()).contains("Enter the code of your authenticator app");
        other.fill(Map.of("code", AppCodes.code(secret, Pools.START.getEpochSecond() / 30)));
        assertThat(other.last.body()).as("a code is good once").contains("Invalid code received for user");
        strict.now = Pools.START.plusSeconds(60);
        other.fill(Map.of("code", AppCodes.code(secret, Pools.START.getEpochSecond() / 30 + 2)));
        assertThat(other.location()).startsWith(Shop.CALLBACK + "?code=");
    }

    @Test
    void letsItsFunctionChangeWhatTokensSay() {
        Pools claimed = new Pools(Shop.pool("OFF", Triggered.by("pre_token_generation", "V2_0")));
        ObjectNode response = Triggered.response();
        ObjectNode details = response.putObject("claimsAndScopeOverrideDetails");
        details.putObject("idTokenGeneration")
                .putObject("claimsToAddOrOverride")
                .put("tier", "gold")
                .put("sub", "x");
        ObjectNode access = details.putObject("accessTokenGeneration");
        access.putObject("claimsToAddOrOverride").putArray("may").add("buy");
        access.putArray("scopesToAdd").add("shop/extra");
        access.putArray("scopesToSuppress").add("email");
        details.putObject("groupOverrideDetails").putArray("groupsToOverride").add("guests");
        claimed.functions.put("claims", Triggered.answering(response));
        Browser browser = Shop.signedIn(claimed, Shop.withChallenge("web"));

        JsonNode answer =
                Shop.token(claimed, Shop.exchange("web", browser.parameter("code"), "&code_verifier=" + Shop.VERIFIER));

        Claims id = claims(answer.path("id_token"));
        assertThat(id.text("tier")).contains("gold");
        assertThat(id.text("sub")).as("Cognito's own").isNotEqualTo(java.util.Optional.of("x"));
        Claims said = claims(answer.path("access_token"));
        assertThat(said.scopes()).contains("shop/extra").doesNotContain("email");
        assertThat(said.texts("may")).containsExactly("buy");
        assertThat(said.texts("cognito:groups")).containsExactly("guests");
    }
}
