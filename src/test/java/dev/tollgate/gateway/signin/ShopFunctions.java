package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One function for every trigger of the shop's pool: it asks a riddle, knows people of an older pool, and puts a claim
 * into tokens.
 */
final class ShopFunctions implements TriggerFunctions {

    static final List<String> TRIGGERS = List.of(
            "pre_sign_up",
            "post_confirmation",
            "pre_authentication",
            "post_authentication",
            "pre_token_generation",
            "custom_message",
            "define_auth_challenge",
            "create_auth_challenge",
            "verify_auth_challenge_response",
            "user_migration");

    private final SortedSet<String> asked = new TreeSet<>();

    /** The occasions on which it was called. */
    SortedSet<String> asked() {
        return asked;
    }

    @Override
    public String invoke(String name, String event) {
        ObjectNode read = read(event);
        String source = read.path("triggerSource").asText();
        asked.add(source);
        ObjectNode response = read.putObject("response");
        switch (source.substring(0, source.indexOf('_'))) {
            case "DefineAuthChallenge" -> define(read.at("/request/session"), response);
            case "CreateAuthChallenge" -> {
                response.putObject("publicChallengeParameters").put("riddle", "May I?");
                response.putObject("privateChallengeParameters").put("answer", "yes");
            }
            case "VerifyAuthChallengeResponse" ->
                response.put(
                        "answerCorrect",
                        read.at("/request/privateChallengeParameters/answer")
                                .equals(read.at("/request/challengeAnswer")));
            case "UserMigration" -> migrate(read.path("userName").asText(), response);
            case "TokenGeneration" -> claim(response.putObject("claimsAndScopeOverrideDetails"));
            default -> {
                // Everybody else is fine as they are.
            }
        }
        return read.toString();
    }

    private static ObjectNode read(String event) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(event);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void define(JsonNode session, ObjectNode response) {
        if (session.isEmpty()) {
            response.put("challengeName", "CUSTOM_CHALLENGE");
            return;
        }
        boolean right = session.path(0).path("challengeResult").asBoolean();
        response.put("issueTokens", right).put("failAuthentication", !right);
    }

    private static void migrate(String name, ObjectNode response) {
        if (name.startsWith("old")) {
            response.putObject("userAttributes")
                    .put("email", name)
                    .put("email_verified", "true")
                    .put("given_name", "Olga");
            response.put("finalUserStatus", "CONFIRMED");
        }
    }

    private static void claim(ObjectNode details) {
        details.putObject("idTokenGeneration")
                .putObject("claimsToAddOrOverride")
                .put("tier", "gold");
        ObjectNode access = details.putObject("accessTokenGeneration");
        access.putObject("claimsToAddOrOverride").put("tier", "gold");
        access.putArray("scopesToAdd").add("shop/buy");
    }
}
