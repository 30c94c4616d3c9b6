package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.Jwt;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.SecretComparison;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The operations that end in tokens, and those that take them back. */
final class SignInOperations {

    private static final String PARAMETERS = "AuthParameters";
    private static final List<String> FLOWS = List.of(
            "USER_SRP_AUTH",
            "REFRESH_TOKEN_AUTH",
            "REFRESH_TOKEN",
            "CUSTOM_AUTH",
            "ADMIN_NO_SRP_AUTH",
            "USER_PASSWORD_AUTH",
            "ADMIN_USER_PASSWORD_AUTH",
            "USER_AUTH");

    private final LocalPool pool;
    private final SignInSteps signIn;
    private final GivenTokens tokens;
    private final Sessions sessions;

    SignInOperations(LocalPool pool, SignInSteps signIn, GivenTokens tokens, Sessions sessions) {
        this.pool = pool;
        this.signIn = signIn;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /** For anybody. */
    Map<String, Operation> all() {
        return Map.of(
                "InitiateAuth", (input, door) -> initiate(input, false),
                "RespondToAuthChallenge", (input, door) -> respond(input),
                "GetTokensFromRefreshToken", (input, door) -> exchange(input),
                "RevokeToken", (input, door) -> revoke(input));
    }

    /** For those who administer the pool. */
    Map<String, Operation> administrative() {
        return Map.of(
                "AdminInitiateAuth", (input, door) -> initiate(input, true),
                "AdminRespondToAuthChallenge", (input, door) -> respond(input));
    }

    private ObjectNode initiate(Input input, boolean administrator) throws CognitoRefusal {
        String flow = input.required("AuthFlow");
        input.required("ClientId");
        if (!FLOWS.contains(flow)) {
            throw CognitoRefusal.parameter("1 validation error detected: Value '" + flow
                    + "' at 'authFlow' failed to satisfy constraint: Member must satisfy enum value set: " + FLOWS);
        }
        LocalClient client = input.client(pool);
        String name = flow.equals("REFRESH_TOKEN") ? "REFRESH_TOKEN_AUTH" : flow;
        if ((name.startsWith("ADMIN_") && !administrator) || !allows(client, name)) {
            throw CognitoRefusal.parameter(flow + " flow not enabled for this client");
        }
        if (name.equals("REFRESH_TOKEN_AUTH")) {
            return refresh(client, input);
        }
        String username = input.parameter(PARAMETERS, "USERNAME");
        JsonNode metadata = input.member("ClientMetadata");
        return switch (name) {
            case "USER_PASSWORD_AUTH", "ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH" ->
                password(client, username, input, metadata);
            case "USER_SRP_AUTH" -> srp(client, username, input, metadata);
            case "CUSTOM_AUTH" -> {
                requireSecret(client, username, input);
                yield stepped(client, signIn.custom().begin(client, username));
            }
            case "USER_AUTH" -> chosen(client, username, input, metadata);
            default -> throw CognitoRefusal.parameter(flow + " is not served locally");
        };
    }

    /** The older name of the administrators' flow is the same flow. */
    private static boolean allows(LocalClient client, String flow) {
        return client.allows(flow)
                || (flow.equals("ADMIN_NO_SRP_AUTH") && client.allows("ADMIN_USER_PASSWORD_AUTH"))
                || (flow.equals("ADMIN_USER_PASSWORD_AUTH") && client.allows("ADMIN_NO_SRP_AUTH"));
    }

    private ObjectNode password(LocalClient client, String username, Input input, JsonNode metadata)
            throws CognitoRefusal {
        String password = input.parameter(PARAMETERS, "PASSWORD");
        requireSecret(client, username, input);
        return stepped(client, signIn.password(client, username, password, metadata));
    }

    private ObjectNode srp(LocalClient client, String username, Input input, JsonNode metadata) throws CognitoRefusal {
        String number = input.parameter(PARAMETERS, "SRP_A");
        requireSecret(client, username, input);
        return stepped(client, signIn.srp(client, username, number, metadata));
    }

    private ObjectNode chosen(LocalClient client, String username, Input input, JsonNode metadata)
            throws CognitoRefusal {
        String preferred = input.member(PARAMETERS).path("PREFERRED_CHALLENGE").asText("");
        return switch (preferred) {
            case "PASSWORD" -> password(client, username, input, metadata);
            case "PASSWORD_SRP" -> srp(client, username, input, metadata);
            default ->
                throw CognitoRefusal.parameter(
                        "only the first factors PASSWORD and PASSWORD_SRP are served locally: send PREFERRED_CHALLENGE");
        };
    }

    private static void requireSecret(LocalClient client, String username, Input input) throws CognitoRefusal {
        Input.requireSecret(
                client,
                Optional.ofNullable(input.member(PARAMETERS).path("SECRET_HASH").textValue()),
                List.of(username));
    }

    private ObjectNode refresh(LocalClient client, Input input) throws CognitoRefusal {
        String token = input.parameter(PARAMETERS, "REFRESH_TOKEN");
        if (client.pages().rotation().isPresent()) {
            throw CognitoRefusal.parameter("REFRESH_TOKEN_AUTH flow not enabled for this client");
        }
        Optional<PoolAccount> owner = tokens.owner(client, token);
        if (owner.isEmpty()) {
            throw CognitoRefusal.notAuthorized("Invalid Refresh Token");
        }
        // Cognito hashes what it knows the user by, which is the sub where a pool signs in by e-mail address.
        String given = input.member(PARAMETERS).path("SECRET_HASH").asText("");
        boolean knows = client.secret().isEmpty()
                || List.of(owner.get().name(), owner.get().subject()).stream().anyMatch(name -> client.secretHash(name)
                        .filter(hash -> SecretComparison.same(hash, given))
                        .isPresent());
        if (!knows) {
            throw CognitoRefusal.notAuthorized("SecretHash does not match for the client: " + client.id());
        }
        return result(client, tokens.refresh(client, token));
    }

    private ObjectNode exchange(Input input) throws CognitoRefusal {
        LocalClient client = input.client(pool);
        String token = input.required("RefreshToken");
        if (!SecretComparison.same(
                client.secret().orElse(""), input.text("ClientSecret").orElse(""))) {
            throw CognitoRefusal.notAuthorized("Unable to verify client secret for client " + client.id());
        }
        ObjectNode answer = result(client, tokens.refresh(client, token));
        answer.remove("ChallengeParameters");
        return answer;
    }

    private ObjectNode revoke(Input input) throws CognitoRefusal {
        String token = input.required("Token");
        LocalClient client = input.client(pool);
        if (!SecretComparison.same(
                client.secret().orElse(""), input.text("ClientSecret").orElse(""))) {
            throw new CognitoRefusal("UnauthorizedException", "Invalid client secret");
        }
        if (!client.pages().revocable()) {
            throw new CognitoRefusal("UnsupportedOperationException", "Token revocation is not enabled");
        }
        if (Jwt.read(token) instanceof Jwt.Decoded) {
            throw new CognitoRefusal("UnsupportedTokenTypeException", "Only refresh tokens can be revoked");
        }
        sessions.revoke(token, client);
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode respond(Input input) throws CognitoRefusal {
        String challenge = input.required("ChallengeName");
        LocalClient client = input.client(pool);
        SortedMap<String, String> answers = input.texts("ChallengeResponses");
        String username = input.parameter("ChallengeResponses", "USERNAME");
        Input.requireSecret(client, Optional.ofNullable(answers.get("SECRET_HASH")), List.of(username));
        String session = input.text("Session").orElse("");
        if (challenge.equals("PASSWORD_VERIFIER")) {
            for (String name : List.of("PASSWORD_CLAIM_SECRET_BLOCK", "PASSWORD_CLAIM_SIGNATURE", "TIMESTAMP")) {
                input.parameter("ChallengeResponses", name);
            }
        }
        return stepped(client, signIn.respond(client, challenge, session, answers));
    }

    private ObjectNode stepped(LocalClient client, SignInSteps.Step step) throws CognitoRefusal {
        if (step instanceof SignInSteps.Step.Done done) {
            return result(client, tokens.signIn(client, done.account(), done.source()));
        }
        SignInSteps.Step.Asked asked = (SignInSteps.Step.Asked) step;
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("ChallengeName", asked.challenge());
        ObjectNode parameters = answer.putObject("ChallengeParameters");
        new TreeMap<>(asked.parameters()).forEach(parameters::put);
        asked.session().ifPresent(session -> answer.put("Session", session));
        return answer;
    }

    private static ObjectNode result(LocalClient client, GivenTokens.Given given) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode result = answer.putObject("AuthenticationResult")
                .put("AccessToken", given.pair().access())
                .put("ExpiresIn", client.lives().access())
                .put("IdToken", given.pair().id())
                .put("TokenType", "Bearer");
        given.refresh().ifPresent(token -> result.put("RefreshToken", token));
        answer.putObject("ChallengeParameters");
        return answer;
    }
}
