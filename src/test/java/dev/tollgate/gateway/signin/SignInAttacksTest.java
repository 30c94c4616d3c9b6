package dev.tollgate.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody tries who should not get in: each is refused. */
class SignInAttacksTest {

    private final Pools pools = new Pools(Shop.pool());

    private String code(String address) {
        return Shop.signedIn(pools, address).parameter("code");
    }

    private String error(String form) {
        return Shop.token(pools, form).path("error").asText();
    }

    @Test
    void takesACodeOnce() {
        String form = Shop.exchange("web", code(Shop.withChallenge("web")), "&code_verifier=" + Shop.VERIFIER);

        assertThat(Shop.token(pools, form).has("access_token")).isTrue();
        assertThat(error(form)).isEqualTo("invalid_grant");
    }

    @Test
    void spendsACodeThatSomebodyTriedInVain() {
        String code = code(Shop.withChallenge("web"));

        assertThat(error(Shop.exchange("web", code, "&code_verifier=" + "x".repeat(43))))
                .isEqualTo("invalid_grant");
        assertThat(error(Shop.exchange("web", code, "&code_verifier=" + Shop.VERIFIER)))
                .isEqualTo("invalid_grant");
    }

    @Test
    void takesACodeForFiveMinutes() {
        String code = code(Shop.withChallenge("web"));
        pools.now = Pools.START.plusSeconds(300);

        assertThat(error(Shop.exchange("web", code, "&code_verifier=" + Shop.VERIFIER)))
                .isEqualTo("invalid_grant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&code_verifier=", "&code_verifier=short", "&code_verifier=CHALLENGE"})
    void wantsTheVerifierOfTheChallenge(String verifier) {
        String code = code(Shop.withChallenge("web"));

        assertThat(error(Shop.exchange("web", code, verifier.replace("CHALLENGE", Shop.CHALLENGE))))
                .isEqualTo("invalid_grant");
    }

    /** Somebody puts a code of their own, without a challenge, into a browser that waits for one with. */
    @Test
    void refusesAVerifierThatNobodyAskedFor() {
        assertThat(error(Shop.exchange("web", code(Shop.authorize("web", "")), "&code_verifier=" + Shop.VERIFIER)))
                .isEqualTo("invalid_grant");
    }

    @Test
    void bindsACodeToItsClientAndAddress() {
        assertThat(error(Shop.exchange("other", code(Shop.withChallenge("web")), "&code_verifier=" + Shop.VERIFIER)))
                .isEqualTo("invalid_grant");
        assertThat(error(Shop.exchange("web", code(Shop.withChallenge("web")), "&code_verifier=" + Shop.VERIFIER)
                        .replace("https%3A%2F%2Fshop.example%2Fin", "myapp%3A%2F%2Fin")))
                .isEqualTo("invalid_grant");
        assertThat(error(
                        Shop.exchange("server", code(Shop.withChallenge("server")), "&code_verifier=" + Shop.VERIFIER)))
                .isEqualTo("invalid_client");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&code_challenge_method=plain&code_challenge=VERIFIER",
                "&code_challenge=CHALLENGE",
                "&code_challenge_method=S256",
                "&code_challenge_method=S256&code_challenge=short",
                "&code_challenge_method=s256&code_challenge=CHALLENGE"
            })
    void takesNoWeakerChallenge(String more) {
        Browser browser = new Browser(pools)
                .open(Shop.authorize(
                        "web", more.replace("CHALLENGE", Shop.CHALLENGE).replace("VERIFIER", Shop.VERIFIER)));

        assertThat(browser.location()).startsWith(Shop.CALLBACK + "?error=invalid_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/in",
                "https://shop.example/in/",
                "https://shop.example/in?x=1",
                "https://shop.example/IN",
                "https://shop.example/in#x",
                "https://shop.example.evil.example/in",
                "https://shop.example@evil.example/in",
                "//shop.example/in",
                "javascript:alert(1)",
                ""
            })
    void sendsPeopleOnlyWhereTheClientSaysTo(String address) {
        Browser browser = new Browser(pools);
        String query = "client_id=web&response_type=code&redirect_uri="
                + java.net.URLEncoder.encode(address, java.nio.charset.StandardCharsets.UTF_8);
        for (String path : new String[] {"/oauth2/authorize?", "/login?", "/signup?", "/idp?"}) {
            browser.last = browser.send("GET", path + query, "", Map.of());
            assertThat(browser.location()).as(path).startsWith(Pools.BASE + "/error?error=");
        }
        browser.last = browser.send(
                "GET",
                "/logout?client_id=web&logout_uri="
                        + java.net.URLEncoder.encode(address, java.nio.charset.StandardCharsets.UTF_8),
                "",
                Map.of());
        assertThat(browser.location()).startsWith(Pools.BASE + "/error?error=");
    }

    @Test
    void echoesAStateAndNeverFollowsIt() {
        Browser browser = new Browser(pools)
                .open(Shop.withChallenge("web").replace("s%26t", "https%3A%2F%2Fevil.example%2F%23%22%3E%3Cscript%3E"));
        assertThat(browser.last.body()).doesNotContain("<script>");

        browser.fill(Map.of("username", "ada@shop.example", "password", Shop.PASSWORD));

        assertThat(browser.location()).startsWith(Shop.CALLBACK + "?code=");
        assertThat(browser.parameter("state")).isEqualTo("https://evil.example/#\"><script>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://evil.example   | cross-site",
                "null                   | cross-site",
                "http://127.0.0.1:9999  | same-site",
                "http://127.0.0.1:4321  | same-site"
            })
    void takesNoFormFromAnotherSite(String origin, String site) {
        Browser browser = new Browser(pools).open(Shop.withChallenge("web"));

        browser.fill(
                Map.of("username", "ada@shop.example", "password", Shop.PASSWORD),
                Map.of("Origin", origin, "Sec-Fetch-Site", site));

        assertThat(browser.last.status()).isEqualTo(403);
        assertThat(browser.cookies).doesNotContainKey("cognito");
    }

    @Test
    void takesNoFormWithoutItsProof() {
        Browser browser = new Browser(pools).open(Shop.withChallenge("web"));
        Map<String, String> mine = Map.of("username", "ada@shop.example", "password", Shop.PASSWORD);

        Browser other = new Browser(pools).open(Shop.withChallenge("web"));
        browser.cookies.putAll(other.cookies);
        assertThat(browser.fill(mine).last.status())
                .as("a proof for another cookie")
                .isEqualTo(403);

        browser.open(Shop.withChallenge("web"));
        browser.cookies.clear();
        assertThat(browser.fill(mine).last.status()).as("no cookie").isEqualTo(403);

        browser.open(Shop.withChallenge("web"));
        browser.cookies.put("XSRF-TOKEN", "mine");
        assertThat(browser.fill(Map.of("username", "ada@shop.example", "password", Shop.PASSWORD, "_csrf", "mine"))
                        .last
                        .status())
                .as("a cookie and a proof of somebody's own making")
                .isEqualTo(403);
    }

    @Test
    void opensASessionOfItsOwnWhateverCookieABrowserComesWith() {
        Browser browser = new Browser(pools);
        browser.cookies.put("cognito", "fixed");
        browser.open(Shop.withChallenge("web"));
        assertThat(browser.last.body()).contains("<h1>Sign in</h1>");

        browser.fill(Map.of("username", "ada@shop.example", "password", Shop.PASSWORD));

        assertThat(browser.cookies.get("cognito")).isNotEqualTo("fixed").hasSize(43);
        assertThat(browser.last.headers().get("Set-Cookie")).contains("HttpOnly", "SameSite=Lax");
    }

    /** Whoever is not there is refused as whoever is, where the client hides it. */
    @Test
    void tellsNothingOfWhoIsThere() {
        for (String call : new String[] {
            "InitiateAuth {'AuthFlow':'USER_PASSWORD_AUTH','ClientId':'web','AuthParameters':{'USERNAME':'NAME','PASSWORD':'wrong'}}",
            "ConfirmForgotPassword {'ClientId':'web','Username':'NAME','ConfirmationCode':'1','Password':'Correct-Horse-9'}"
        }) {
            String[] parts = call.split(" ", 2);
            JsonNode there = Shop.call(pools, parts[0], parts[1].replace("NAME", "ada@shop.example"));
            JsonNode nowhere = Shop.call(pools, parts[0], parts[1].replace("NAME", "eve@shop.example"));
            assertThat(there.has("__type")).as(there.toString()).isTrue();
            assertThat(nowhere).isEqualTo(there);
        }
        String forgot = "{'ClientId':'web','Username':'aNAME'}";
        assertThat(Shop.call(pools, "ForgotPassword", forgot.replace("aNAME", "ada@shop.example"))
                        .toString())
                .isEqualTo(Shop.call(pools, "ForgotPassword", forgot.replace("aNAME", "alf@shop.example"))
                        .toString());
        String srp =
                "{'AuthFlow':'USER_SRP_AUTH','ClientId':'web','AuthParameters':{'USERNAME':'eve@shop.example','SRP_A':'abc'}}";
        JsonNode first = Shop.call(pools, "InitiateAuth", srp).path("ChallengeParameters");
        assertThat(first.path("SALT"))
                .isEqualTo(Shop.call(pools, "InitiateAuth", srp)
                        .path("ChallengeParameters")
                        .path("SALT"));

        assertThat(Shop.call(
                                pools,
                                "InitiateAuth",
                                "{'AuthFlow':'USER_PASSWORD_AUTH','ClientId':'legacy','AuthParameters':{'USERNAME':'eve@shop.example','PASSWORD':'x'}}")
                        .path("__type")
                        .asText())
                .isEqualTo("UserNotFoundException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@shop.example", "ADA@Shop.Example", "nobody@shop.example"})
    void locksOutWhoeverGuesses(String name) {
        String guess = "{'AuthFlow':'USER_PASSWORD_AUTH','ClientId':'web','AuthParameters':{'USERNAME':'" + name
                + "','PASSWORD':'wrong'}}";
        for (int i = 0; i < 5; i++) {
            assertThat(Shop.call(pools, "InitiateAuth", guess).path("message").asText())
                    .isEqualTo("Incorrect username or password.");
        }

        assertThat(Shop.call(pools, "InitiateAuth", guess.replace("wrong", Shop.PASSWORD))
                        .path("message")
                        .asText())
                .isEqualTo("Password attempts exceeded");
        Browser browser = new Browser(pools).open(Shop.withChallenge("web"));
        assertThat(browser.fill(Map.of("username", name, "password", Shop.PASSWORD))
                        .last
                        .body())
                .contains("Password attempts exceeded");
        pools.now = Pools.START.plusSeconds(1);
        Shop.call(pools, "InitiateAuth", guess);
        pools.now = Pools.START.plusSeconds(2);
        assertThat(Shop.call(pools, "InitiateAuth", guess).path("message").asText())
                .as("twice as long")
                .isEqualTo("Password attempts exceeded");
        pools.now = Pools.START.plusSeconds(1000);
        assertThat(Shop.call(pools, "InitiateAuth", guess).path("message").asText())
                .as("a quiet quarter of an hour forgives")
                .isEqualTo("Incorrect username or password.");
    }

    @Test
    void refusesARotatedRefreshTokenAndAllThatCameOfIt() {
        String code = code(Shop.withChallenge("other"));
        JsonNode first = Shop.token(pools, Shop.exchange("other", code, "&code_verifier=" + Shop.VERIFIER));
        String refresh = "grant_type=refresh_token&client_id=other&refresh_token=";
        JsonNode second =
                Shop.token(pools, refresh + first.path("refresh_token").asText());
        assertThat(second.path("refresh_token").asText())
                .isNotEmpty()
                .isNotEqualTo(first.path("refresh_token").asText());

        assertThat(error(refresh + first.path("refresh_token").asText())).isEqualTo("invalid_grant");
        assertThat(error(refresh + second.path("refresh_token").asText())).isEqualTo("invalid_grant");
    }

    @Test
    void keepsAdministrationFromPages() {
        TokenAnswer answer = pools.ask(
                "POST",
                "/",
                Map.of(
                        "Content-Type", "application/x-amz-json-1.1",
                        "X-Amz-Target", "AWSCognitoIdentityProviderService.ListUsers",
                        "Authorization", "AWS4-HMAC-SHA256 x",
                        "Origin", "https://shop.example"),
                "{\"UserPoolId\":\"eu-west-1_Shop12345\"}");

        assertThat(answer.body())
                .contains("MissingAuthenticationTokenException")
                .doesNotContain("ada");
    }

    @Test
    void writesNoSecretWhereItMayBeLogged() {
        Browser browser = Shop.signedIn(pools, Shop.withChallenge("web"));
        JsonNode answer =
                Shop.token(pools, Shop.exchange("web", browser.parameter("code"), "&code_verifier=" + Shop.VERIFIER));

        assertThat(browser.location())
                .doesNotContain(answer.path("refresh_token").asText(), "ey");
        assertThat(browser.last.toString()).isEqualTo("TokenAnswer[302]");
        assertThat(Shop.pool().users().get(0).toString()).doesNotContain(Shop.PASSWORD);
    }

    @Test
    void letsNobodyInWhoIsDisabled() {
        Pools custom = new Pools(Shop.pool("OFF", Triggered.by("define_auth_challenge", "V1_0")));
        custom.functions.put("claims", Triggered.answering(Triggered.response().put("issueTokens", true)));
        String begin = "{'AuthFlow':'CUSTOM_AUTH','ClientId':'web','AuthParameters':{'USERNAME':'ada@shop.example'}}";
        String pool = "{'UserPoolId':'eu-west-1_Shop12345','Username':'ada@shop.example'";
        assertThat(Shop.call(custom, "InitiateAuth", begin)
                        .path("AuthenticationResult")
                        .has("AccessToken"))
                .isTrue();
        Shop.call(custom, "AdminSetUserPassword", pool + ",'Password':'Temporary-Horse-1'}");
        String session = Shop.call(
                        custom,
                        "InitiateAuth",
                        "{'AuthFlow':'USER_PASSWORD_AUTH','ClientId':'web','AuthParameters':{'USERNAME':'ada@shop.example','PASSWORD':'Temporary-Horse-1'}}")
                .path("Session")
                .asText();
        assertThat(session).isNotEmpty();

        Shop.call(custom, "AdminDisableUser", pool + "}");

        assertThat(Shop.call(custom, "InitiateAuth", begin).path("message").asText())
                .isEqualTo("User is disabled.");
        assertThat(Shop.call(
                                custom,
                                "RespondToAuthChallenge",
                                "{'ChallengeName':'NEW_PASSWORD_REQUIRED','ClientId':'web','Session':'" + session
                                        + "','ChallengeResponses':{'USERNAME':'ada@shop.example','NEW_PASSWORD':'Another-Horse-1'}}")
                        .path("message")
                        .asText())
                .as("somebody in the middle of signing in")
                .isEqualTo("User is disabled.");
    }
}
