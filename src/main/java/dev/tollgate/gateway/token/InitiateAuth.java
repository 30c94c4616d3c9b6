package dev.tollgate.gateway.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Signs users in by their password or their refresh token, and refuses in Cognito's words. */
final class InitiateAuth {

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
    private final TokenIssuer issuer;
    private final Sessions sessions;
    private final Clock clock;

    InitiateAuth(LocalPool pool, TokenIssuer issuer, Sessions sessions, Clock clock) {
        this.pool = pool;
        this.issuer = issuer;
        this.sessions = sessions;
        this.clock = clock;
    }

    ObjectNode answer(ObjectNode input) throws CognitoRefusal {
        String flow = required(input, "AuthFlow", "authFlow");
        String clientId = required(input, "ClientId", "clientId");
        if (!FLOWS.contains(flow)) {
            throw CognitoRefusal.parameter("1 validation error detected: Value '" + flow
                    + "' at 'authFlow' failed to satisfy constraint: Member must satisfy enum value set: " + FLOWS);
        }
        LocalClient client = pool.client(clientId)
                .orElseThrow(() -> new CognitoRefusal(
                        "ResourceNotFoundException", "User pool client " + clientId + " does not exist."));
        String name = flow.equals("REFRESH_TOKEN") ? "REFRESH_TOKEN_AUTH" : flow;
        if (name.startsWith("ADMIN_") || !client.allows(name)) {
            throw CognitoRefusal.parameter(flow + " flow not enabled for this client");
        }
        JsonNode parameters = input.path("AuthParameters");
        return switch (name) {
            case "USER_PASSWORD_AUTH" -> signIn(client, parameters);
            case "REFRESH_TOKEN_AUTH" -> refresh(client, parameters);
            default -> throw CognitoRefusal.parameter(flow + " is not served locally, only USER_PASSWORD_AUTH");
        };
    }

    private static String required(ObjectNode input, String name, String member) throws CognitoRefusal {
        String value = input.path(name).textValue();
        if (value == null) {
            throw CognitoRefusal.parameter("1 validation error detected: Value null at '" + member
                    + "' failed to satisfy constraint: Member must not be null");
        }
        return value;
    }

    private ObjectNode signIn(LocalClient client, JsonNode parameters) throws CognitoRefusal {
        String username = parameter(parameters, "USERNAME");
        String password = parameter(parameters, "PASSWORD");
        if (client.secret().isPresent() && !parameters.path("SECRET_HASH").isTextual()) {
            throw CognitoRefusal.notAuthorized(
                    "Client " + client.id() + " is configured with secret but SECRET_HASH was not received");
        }
        if (!knowsSecret(client, List.of(username), parameters)) {
            throw CognitoRefusal.notAuthorized("Unable to verify secret hash for client " + client.id());
        }
        Optional<LocalUser> user = pool.user(username);
        if (user.isEmpty() && !client.hidesUnknownUsers()) {
            throw new CognitoRefusal("UserNotFoundException", "User does not exist.");
        }
        boolean matches = SecretComparison.same(user.map(LocalUser::password).orElse(""), password);
        if (user.isEmpty() || !matches) {
            throw CognitoRefusal.notAuthorized("Incorrect username or password.");
        }
        Session session = issuer.session(client, user.get());
        ObjectNode answer = answer(client, issuer.person(client, user.get(), session));
        answer.withObject("/AuthenticationResult").put("RefreshToken", sessions.open(session));
        return answer;
    }

    private ObjectNode refresh(LocalClient client, JsonNode parameters) throws CognitoRefusal {
        String token = parameter(parameters, "REFRESH_TOKEN");
        Session session =
                sessions.find(token, client).orElseThrow(() -> CognitoRefusal.notAuthorized("Invalid Refresh Token"));
        LocalUser user =
                pool.user(session.username()).orElseThrow(() -> CognitoRefusal.notAuthorized("Invalid Refresh Token"));
        if (session.expires() <= clock.instant().getEpochSecond()) {
            throw CognitoRefusal.notAuthorized("Refresh Token has expired");
        }
        // Cognito hashes what it knows the user by, which is the sub where a pool signs in by e-mail address.
        if (!knowsSecret(client, List.of(user.name(), user.subject(pool.id())), parameters)) {
            throw CognitoRefusal.notAuthorized("SecretHash does not match for the client: " + client.id());
        }
        return answer(client, issuer.person(client, user, session));
    }

    private static String parameter(JsonNode parameters, String name) throws CognitoRefusal {
        String value = parameters.path(name).textValue();
        if (value == null || value.isEmpty()) {
            throw CognitoRefusal.parameter("Missing required parameter " + name);
        }
        return value;
    }

    /** Whether {@code SECRET_HASH} is right for one of {@code names}; a client without a secret must send none. */
    private static boolean knowsSecret(LocalClient client, List<String> names, JsonNode parameters) {
        String given = parameters.path("SECRET_HASH").asText("");
        return client.secret()
                .map(secret -> names.stream()
                        .anyMatch(name -> SecretComparison.same(SecretComparison.hash(secret, name, client), given)))
                .orElse(given.isEmpty());
    }

    private static ObjectNode answer(LocalClient client, TokenIssuer.Pair pair) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("AuthenticationResult")
                .put("AccessToken", pair.access())
                .put("ExpiresIn", client.lives().access())
                .put("IdToken", pair.id())
                .put("TokenType", "Bearer");
        answer.putObject("ChallengeParameters");
        return answer;
    }
}
