package dev.tollgate.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.Claims;
import dev.tollgate.gateway.token.Jwt;
import dev.tollgate.gateway.token.LocalTriggers;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operations of Cognito's API beside {@code InitiateAuth} with a password. */
class SdkOperationsTest {

    private static final String POOL = "'UserPoolId':'eu-west-1_Shop12345'";
    private static final String BOB = "'ClientId':'web','Username':'bob@shop.example'";

    private final Pools pools = new Pools(Shop.pool());

    private JsonNode call(String operation, String body) {
        return Shop.call(pools, operation, "{" + body + "}");
    }

    private void refused(String operation, String body, String type) {
        JsonNode answer = call(operation, body);
        assertThat(answer.path("__type").asText()).as(answer.toString()).isEqualTo(type);
    }

    private JsonNode signedIn(String user, String password) {
        return call(
                "InitiateAuth",
                "'AuthFlow':'USER_PASSWORD_AUTH','ClientId':'web','AuthParameters':{'USERNAME':'" + user
                        + "','PASSWORD':'" + password + "'}");
    }

    private String access(String user, String password) {
        JsonNode answer = signedIn(user, password);
        return answer.at("/AuthenticationResult/AccessToken").asText();
    }

    private static Claims claims(String token) {
        return ((Jwt.Decoded) Jwt.read(token)).claims();
    }

    @Test
    void signsUpConfirmsAndForgets() {
        String signUp = BOB + ",'Password':'Correct-Horse-2','UserAttributes':[{'Name':'given_name','Value':'Bob'}]";
        refused("SignUp", signUp.replace("Correct-Horse-2", "correct-horse"), "InvalidPasswordException");
        refused("SignUp", signUp.replace("given_name", "nickname"), "InvalidParameterException");
        refused("SignUp", signUp.replace("given_name", "custom:tenant"), "NotAuthorizedException");
        refused("SignUp", signUp.replace("given_name", "email_verified"), "NotAuthorizedException");
        refused("SignUp", signUp.replace("bob@shop.example", "bob"), "InvalidParameterException");
        JsonNode made = call("SignUp", signUp);
        assertThat(made.path("UserConfirmed").asBoolean(true)).isFalse();
        assertThat(made.at("/CodeDeliveryDetails/Destination").asText()).isEqualTo("b***@s***");
        refused("SignUp", signUp.replace("bob@", "BOB@"), "UsernameExistsException");

        assertThat(signedIn("bob@shop.example", "Correct-Horse-2")
                        .path("__type")
                        .asText())
                .isEqualTo("UserNotConfirmedException");
        refused("ConfirmSignUp", BOB + ",'ConfirmationCode':'1'", "CodeMismatchException");
        String first = Shop.code(pools);
        call("ResendConfirmationCode", BOB);
        refused("ConfirmSignUp", BOB + ",'ConfirmationCode':'" + first + "x'", "CodeMismatchException");
        pools.now = Pools.START.plusSeconds(86_400);
        refused("ConfirmSignUp", BOB + ",'ConfirmationCode':'" + Shop.code(pools) + "'", "ExpiredCodeException");
        call("ResendConfirmationCode", BOB);
        assertThat(call("ConfirmSignUp", BOB + ",'ConfirmationCode':'" + Shop.code(pools) + "'"))
                .isEmpty();
        refused("ConfirmSignUp", BOB + ",'ConfirmationCode':'1'", "NotAuthorizedException");
        assertThat(access("bob@shop.example", "Correct-Horse-2")).isNotEmpty();

        call("ForgotPassword", BOB);
        String reset = BOB + ",'ConfirmationCode':'" + Shop.code(pools) + "','Password':'";
        refused("ConfirmForgotPassword", reset + "Correct-Horse-2'", "PasswordHistoryPolicyViolationException");
        assertThat(call("ConfirmForgotPassword", reset + "Correct-Horse-3'")).isEmpty();
        refused("ConfirmForgotPassword", reset + "Correct-Horse-4'", "ExpiredCodeException");
        assertThat(access("bob@shop.example", "Correct-Horse-3")).isNotEmpty();
    }

    @Test
    void letsPeopleLookAfterTheirOwnAccount() {
        String token = "'AccessToken':'" + access("ada@shop.example", Shop.PASSWORD) + "'";
        assertThat(call("GetUser", token).path("UserAttributes"))
                .extracting(attribute -> attribute.path("Name").asText())
                .contains("sub", "email", "given_name");

        call("UpdateUserAttributes", token + ",'UserAttributes':[{'Name':'email','Value':'ada@home.example'}]");
        assertThat(pools.mails.getFirst().get(0)).isEqualTo("ada@home.example");
        refused("VerifyUserAttribute", token + ",'AttributeName':'email','Code':'000'", "CodeMismatchException");
        call("VerifyUserAttribute", token + ",'AttributeName':'email','Code':'" + Shop.code(pools) + "'");
        refused(
                "ChangePassword",
                token + ",'PreviousPassword':'wrong','ProposedPassword':'Another-Horse-1'",
                "NotAuthorizedException");
        call(
                "ChangePassword",
                token + ",'PreviousPassword':'" + Shop.PASSWORD + "','ProposedPassword':'Another-Horse-1'");
        String now = "'AccessToken':'" + access("ada@home.example", "Another-Horse-1") + "'";

        assertThat(call("GlobalSignOut", now)).isEmpty();
        refused("GetUser", now, "NotAuthorizedException");
        refused("GetUser", token, "NotAuthorizedException");
        String last = "'AccessToken':'" + access("ada@home.example", "Another-Horse-1") + "'";
        call("DeleteUser", last);
        assertThat(signedIn("ada@home.example", "Another-Horse-1")
                        .path("message")
                        .asText())
                .isEqualTo("Incorrect username or password.");
    }

    @Test
    void administersPeopleAndGroups() {
        String eve = POOL + ",'Username':'eve@shop.example'";
        JsonNode made = call("AdminCreateUser", eve + ",'TemporaryPassword':'Temporary-Horse-1'");
        assertThat(made.at("/User/UserStatus").asText()).isEqualTo("FORCE_CHANGE_PASSWORD");
        refused("AdminCreateUser", eve, "UsernameExistsException");
        JsonNode asked = signedIn("eve@shop.example", "Temporary-Horse-1");
        assertThat(asked.path("ChallengeName").asText()).isEqualTo("NEW_PASSWORD_REQUIRED");
        assertThat(asked.at("/ChallengeParameters/requiredAttributes").asText())
                .isEqualTo("[\"userAttributes.given_name\"]");
        String answer = "'ChallengeName':'NEW_PASSWORD_REQUIRED','ClientId':'web','Session':'"
                + asked.path("Session").asText()
                + "','ChallengeResponses':{'USERNAME':'eve','NEW_PASSWORD':'My-own-Horse-1','userAttributes.given_name':'Eve'}";
        refused("RespondToAuthChallenge", answer.replace("'web'", "'other'"), "NotAuthorizedException");
        asked = signedIn("eve@shop.example", "Temporary-Horse-1");
        answer = answer.replaceAll(
                "'Session':'[^']+'", "'Session':'" + asked.path("Session").asText() + "'");
        assertThat(call("RespondToAuthChallenge", answer).has("AuthenticationResult"))
                .isTrue();
        refused("RespondToAuthChallenge", answer, "NotAuthorizedException");

        call("AdminAddUserToGroup", eve + ",'GroupName':'boss'");
        call("AdminAddUserToGroup", eve + ",'GroupName':'staff'");
        refused("AdminAddUserToGroup", eve + ",'GroupName':'nobody'", "ResourceNotFoundException");
        assertThat(claims(access("eve@shop.example", "My-own-Horse-1")).texts("cognito:groups"))
                .as("least precedence first")
                .containsExactly("boss", "staff");
        assertThat(call("ListUsersInGroup", POOL + ",'GroupName':'boss'").path("Users"))
                .hasSize(1);
        assertThat(call("ListUsers", POOL + ",'Filter':'email ^= \\\"e\\\"'").path("Users"))
                .hasSize(1);
        refused("ListUsers", POOL + ",'Filter':'no filter'", "InvalidParameterException");
        call("AdminRemoveUserFromGroup", eve + ",'GroupName':'boss'");
        assertThat(call("AdminListGroupsForUser", eve).path("Groups")).hasSize(1);

        call("AdminDisableUser", eve);
        assertThat(signedIn("eve@shop.example", "My-own-Horse-1")
                        .path("message")
                        .asText())
                .isEqualTo("User is disabled.");
        call("AdminEnableUser", eve);
        call("AdminResetUserPassword", eve);
        assertThat(signedIn("eve@shop.example", "My-own-Horse-1").path("__type").asText())
                .isEqualTo("PasswordResetRequiredException");
        call("AdminSetUserPassword", eve + ",'Password':'Another-Horse-1','Permanent':true");
        JsonNode byAdministrator = call(
                "AdminInitiateAuth",
                POOL + ",'AuthFlow':'ADMIN_USER_PASSWORD_AUTH','ClientId':'web','AuthParameters':"
                        + "{'USERNAME':'eve@shop.example','PASSWORD':'Another-Horse-1'}");
        assertThat(byAdministrator.has("AuthenticationResult"))
                .as(byAdministrator.toString())
                .isTrue();
        call("AdminDeleteUser", eve);
        refused("AdminGetUser", eve, "UserNotFoundException");
        refused("AdminGetUser", eve.replace("Shop", "Other"), "ResourceNotFoundException");
    }

    @Test
    void rotatesAndRevokesRefreshTokens() {
        String other =
                "'AuthFlow':'USER_PASSWORD_AUTH','ClientId':'other','AuthParameters':{'USERNAME':'ada@shop.example','PASSWORD':'"
                        + Shop.PASSWORD + "'}";
        String refresh = call("InitiateAuth", other)
                .at("/AuthenticationResult/RefreshToken")
                .asText();
        refused(
                "InitiateAuth",
                "'AuthFlow':'REFRESH_TOKEN_AUTH','ClientId':'other','AuthParameters':{'REFRESH_TOKEN':'" + refresh
                        + "'}",
                "InvalidParameterException");
        String exchange = "'ClientId':'other','RefreshToken':'" + refresh + "'";
        JsonNode next = call("GetTokensFromRefreshToken", exchange);
        assertThat(next.at("/AuthenticationResult/RefreshToken").asText())
                .isNotEmpty()
                .isNotEqualTo(refresh);
        refused("GetTokensFromRefreshToken", exchange, "RefreshTokenReuseException");

        JsonNode signedIn = signedIn("ada@shop.example", Shop.PASSWORD);
        String token = signedIn.at("/AuthenticationResult/RefreshToken").asText();
        refused(
                "RevokeToken",
                "'ClientId':'web','Token':'"
                        + signedIn.at("/AuthenticationResult/AccessToken").asText() + "'",
                "UnsupportedTokenTypeException");
        assertThat(call("RevokeToken", "'ClientId':'web','Token':'" + token + "'"))
                .isEmpty();
        refused(
                "InitiateAuth",
                "'AuthFlow':'REFRESH_TOKEN_AUTH','ClientId':'web','AuthParameters':{'REFRESH_TOKEN':'" + token + "'}",
                "NotAuthorizedException");
    }

    @Test
    void setsUpAnAppAndAsksForIt() {
        Pools optional = new Pools(Shop.pool("OPTIONAL", LocalTriggers.NONE));
        String body =
                "{'AuthFlow':'USER_PASSWORD_AUTH','ClientId':'web','AuthParameters':{'USERNAME':'ada@shop.example','PASSWORD':'"
                        + Shop.PASSWORD + "'}}";
        String token = "'AccessToken':'"
                + Shop.call(optional, "InitiateAuth", body)
                        .at("/AuthenticationResult/AccessToken")
                        .asText() + "'";
        String secret = Shop.call(optional, "AssociateSoftwareToken", "{" + token + "}")
                .path("SecretCode")
                .asText();
        long step = Pools.START.getEpochSecond() / 30;
        assertThat(Shop.call(optional, "VerifySoftwareToken", "{" + token + ",'UserCode':'000'}")
                        .path("__type")
                        .asText())
                .isEqualTo("EnableSoftwareTokenMFAException");
        assertThat(Shop.call(
                                optional,
                                "VerifySoftwareToken",
                                "{" + token + ",'UserCode':'" + AppCodes.code(secret, step) + "'}")
                        .path("Status")
                        .asText())
                .isEqualTo("SUCCESS");

        JsonNode asked = Shop.call(optional, "InitiateAuth", body);
        assertThat(asked.path("ChallengeName").asText()).isEqualTo("SOFTWARE_TOKEN_MFA");
        optional.now = Pools.START.plusSeconds(60);
        String answer = "{'ChallengeName':'SOFTWARE_TOKEN_MFA','ClientId':'web','Session':'"
                + asked.path("Session").asText()
                + "','ChallengeResponses':{'USERNAME':'ada','SOFTWARE_TOKEN_MFA_CODE':'DIGITS'}}";
        assertThat(Shop.call(optional, "RespondToAuthChallenge", answer)
                        .path("__type")
                        .asText())
                .isEqualTo("CodeMismatchException");
        assertThat(Shop.call(
                                optional,
                                "RespondToAuthChallenge",
                                answer.replace("DIGITS", AppCodes.code(secret, step + 2)))
                        .has("AuthenticationResult"))
                .isTrue();
    }

    /** By RFC 6238's own example: SHA-1, the secret of twenty digits, at 59 seconds. */
    @Test
    void countsAsAppsDo() {
        assertThat(AppCodes.code("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", 1)).isEqualTo("287082");
    }

    private static ObjectNode read(String event) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(event);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void asksItsFunctionsOnTheWay() {
        Map<String, String> triggers = new TreeMap<>();
        for (String name : List.of(
                "pre_sign_up", "post_confirmation", "pre_authentication", "post_authentication", "custom_message")) {
            triggers.put(name, "all");
        }
        Pools watched = new Pools(Shop.pool("OFF", new LocalTriggers(new TreeMap<>(triggers), "V1_0")));
        List<String> sources = new ArrayList<>();
        watched.functions.put("all", (name, event) -> {
            ObjectNode read = read(event);
            String source = read.path("triggerSource").asText();
            sources.add(source);
            if (source.startsWith("CustomMessage")) {
                read.putObject("response").put("emailMessage", "Psst: {####}");
            }
            if (event.contains("evil@")) {
                throw new TriggerFunctions.Failed("not here", true);
            }
            return read.toString();
        });
        String signUp =
                "{" + BOB + ",'Password':'Correct-Horse-2','UserAttributes':[{'Name':'given_name','Value':'Bob'}]}";
        JsonNode evil = Shop.call(watched, "SignUp", signUp.replace("bob@", "evil@"));
        assertThat(evil.path("__type").asText()).isEqualTo("UserLambdaValidationException");
        assertThat(evil.path("message").asText()).isEqualTo("PreSignUp failed with error not here.");
        sources.clear();

        Shop.call(watched, "SignUp", signUp);
        assertThat(watched.mails.getFirst().get(1)).startsWith("Psst: ");
        Shop.call(watched, "ConfirmSignUp", "{" + BOB + ",'ConfirmationCode':'" + Shop.code(watched) + "'}");
        Shop.call(
                watched,
                "InitiateAuth",
                "{'AuthFlow':'USER_PASSWORD_AUTH','ClientId':'web','AuthParameters':{'USERNAME':'bob@shop.example','PASSWORD':'Correct-Horse-2'}}");

        assertThat(sources)
                .containsExactly(
                        "PreSignUp_SignUp",
                        "CustomMessage_SignUp",
                        "PostConfirmation_ConfirmSignUp",
                        "PreAuthentication_Authentication",
                        "PostAuthentication_Authentication");
    }

    @Test
    void confirmsAtOnceWhereItsFunctionSaysSo() {
        Pools open = new Pools(Shop.pool("OFF", Triggered.by("pre_sign_up", "V1_0")));
        open.functions.put(
                "claims",
                Triggered.answering(
                        Triggered.response().put("autoConfirmUser", true).put("autoVerifyEmail", true)));

        JsonNode made = Shop.call(
                open,
                "SignUp",
                "{" + BOB + ",'Password':'Correct-Horse-2','UserAttributes':[{'Name':'given_name','Value':'Bob'}]}");

        assertThat(made.path("UserConfirmed").asBoolean()).isTrue();
        assertThat(open.mails).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"yes, true", "no, false"})
    void asksWhatItsFunctionsMakeUp(String answer, boolean in) {
        Map<String, String> triggers = Map.of(
                "define_auth_challenge", "define",
                "create_auth_challenge", "create",
                "verify_auth_challenge_response", "verify");
        Pools riddles = new Pools(Shop.pool("OFF", new LocalTriggers(new TreeMap<>(triggers), "V1_0")));
        ShopFunctions functions = new ShopFunctions();
        triggers.values().forEach(name -> riddles.functions.put(name, functions));

        JsonNode asked = Shop.call(
                riddles,
                "InitiateAuth",
                "{'AuthFlow':'CUSTOM_AUTH','ClientId':'web','AuthParameters':{'USERNAME':'ada@shop.example'}}");
        assertThat(asked.at("/ChallengeParameters/riddle").asText()).isEqualTo("May I?");
        assertThat(asked.toString()).doesNotContain("yes");
        JsonNode answered = Shop.call(
                riddles,
                "RespondToAuthChallenge",
                "{'ChallengeName':'CUSTOM_CHALLENGE','ClientId':'web','Session':'"
                        + asked.path("Session").asText() + "','ChallengeResponses':{'USERNAME':'ada','ANSWER':'"
                        + answer
                        + "'}}");

        assertThat(answered.has("AuthenticationResult")).as(answered.toString()).isEqualTo(in);
    }

    @ParameterizedTest
    @CsvSource({"V3_0, gold", "V2_0, ''"})
    void asksItsFunctionForAMachinesTokenWhereTheEventIsOfTheThirdVersion(String version, String tier) {
        Pools claimed = new Pools(Shop.pool("OFF", Triggered.by("pre_token_generation", version)));
        claimed.functions.put("claims", new ShopFunctions());

        JsonNode answer = Shop.token(
                claimed, "grant_type=client_credentials&client_id=machine&client_secret=s3cret&scope=shop%2Fbuy");

        assertThat(claims(answer.path("access_token").asText()).text("tier").orElse(""))
                .isEqualTo(tier);
    }

    @Test
    void remembersPeopleKeysAndSessionsWhenAsked() throws IOException {
        List<String> kept = new ArrayList<>();
        PoolMemory memory = PoolMemory.of(
                Optional.empty(), now -> kept.add(now.written().toString()), new SecureRandom(), pools.clock);
        Pools before = new Pools(Shop.pool(), memory);
        String sign =
                "{'AuthFlow':'USER_PASSWORD_AUTH','ClientId':'web','AuthParameters':{'USERNAME':'ada@shop.example','PASSWORD':'"
                        + Shop.PASSWORD + "'}}";
        String refresh = Shop.call(before, "InitiateAuth", sign)
                .at("/AuthenticationResult/RefreshToken")
                .asText();
        Shop.call(before, "AdminAddUserToGroup", "{" + POOL + ",'Username':'ada@shop.example','GroupName':'boss'}");
        String last = kept.get(kept.size() - 1);
        assertThat(last).doesNotContain(Shop.PASSWORD);

        Pools after = new Pools(
                Shop.pool(),
                PoolMemory.of(
                        Optional.of(new ObjectMapper().readTree(last)), now -> {}, new SecureRandom(), pools.clock));
        JsonNode refreshed = Shop.call(
                after,
                "InitiateAuth",
                "{'AuthFlow':'REFRESH_TOKEN_AUTH','ClientId':'web','AuthParameters':{'REFRESH_TOKEN':'" + refresh
                        + "'}}");

        assertThat(claims(refreshed.at("/AuthenticationResult/AccessToken").asText())
                        .texts("cognito:groups"))
                .containsExactly("boss", "staff");
        String jwks = "/eu-west-1_Shop12345/.well-known/jwks.json";
        assertThat(after.ask("GET", jwks, Map.of(), "").body())
                .isEqualTo(before.ask("GET", jwks, Map.of(), "").body());
    }
}
