package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.LocalClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code CUSTOM_AUTH}: the pool's three functions say what is asked, and whether the answer is right.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html
 */
final class CustomChallenges {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SignInSteps signIn;
    private final TriggerCalls triggers;
    private final Directory directory;

    CustomChallenges(SignInSteps signIn, TriggerCalls triggers, Directory directory) {
        this.signIn = signIn;
        this.triggers = triggers;
        this.directory = directory;
    }

    /** Begins: nothing was asked yet. */
    SignInSteps.Step begin(LocalClient client, String username) throws CognitoRefusal {
        PoolAccount account = directory.find(username).orElse(null);
        if (account == null) {
            throw client.hidesUnknownUsers() ? CognitoRefusal.notAuthorized(SignInSteps.WRONG) : Accounts.unknown();
        }
        SignInSteps.requireUsable(account);
        return next(client, account, JsonNodeFactory.instance.arrayNode());
    }

    private SignInSteps.Step next(LocalClient client, PoolAccount account, ArrayNode history) throws CognitoRefusal {
        ObjectNode request = TriggerCalls.about(account).put("userNotFound", false);
        request.set("session", history);
        ObjectNode defined = triggers.run(
                "define_auth_challenge", "DefineAuthChallenge_Authentication", client, account.name(), request);
        if (defined.path("failAuthentication").asBoolean()) {
            throw CognitoRefusal.notAuthorized(SignInSteps.WRONG);
        }
        if (defined.path("issueTokens").asBoolean()) {
            return signIn.done(client, account, "Authentication");
        }
        String name = defined.path("challengeName").asText("");
        if (!name.equals("CUSTOM_CHALLENGE")) {
            throw new CognitoRefusal(
                    "InvalidLambdaResponseException",
                    "DefineAuthChallenge asked for `" + name + "`, and only CUSTOM_CHALLENGE is served locally");
        }
        return asked(client, account, history, name);
    }

    private SignInSteps.Step asked(LocalClient client, PoolAccount account, ArrayNode history, String name)
            throws CognitoRefusal {
        ObjectNode request =
                TriggerCalls.about(account).put("challengeName", name).put("userNotFound", false);
        request.set("session", history);
        ObjectNode created = triggers.run(
                "create_auth_challenge", "CreateAuthChallenge_Authentication", client, account.name(), request);
        SortedMap<String, String> shown = Accounts.texts(created.path("publicChallengeParameters"));
        shown.put("USERNAME", account.name());
        SortedMap<String, String> kept = new TreeMap<>(Map.of(
                "private", created.path("privateChallengeParameters").toString(),
                "metadata", created.path("challengeMetadata").asText(""),
                "history", history.toString()));
        return signIn.asked(client, account, name, shown, kept);
    }

    /** Looks at an answer, and goes on. */
    SignInSteps.Step answered(
            LocalClient client, PoolAccount account, Pending.Waiting waiting, SortedMap<String, String> answers)
            throws CognitoRefusal {
        ObjectNode request = TriggerCalls.about(account)
                .put("challengeAnswer", answers.getOrDefault("ANSWER", ""))
                .put("userNotFound", false);
        request.set("privateChallengeParameters", read(waiting.data().getOrDefault("private", "{}")));
        ObjectNode verified = triggers.run(
                "verify_auth_challenge_response",
                "VerifyAuthChallengeResponse_Authentication",
                client,
                account.name(),
                request);
        ArrayNode history = (ArrayNode) read(waiting.data().getOrDefault("history", "[]"));
        history.addObject()
                .put("challengeName", waiting.challenge())
                .put("challengeResult", verified.path("answerCorrect").asBoolean())
                .put("challengeMetadata", waiting.data().getOrDefault("metadata", ""));
        return next(client, account, history);
    }

    private static JsonNode read(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text))
                    .filter(node -> !node.isMissingNode())
                    .orElseGet(JsonNodeFactory.instance::objectNode);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
