package dev.tollgate.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.Claims;
import dev.tollgate.gateway.token.Jwt;
import dev.tollgate.gateway.token.Verification;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in with a password, and staying signed in. */
class InitiateAuthTest {

    private static final String TYPE = "application/x-amz-json-1.1";
    private static final String TARGET = "AWSCognitoIdentityProviderService.InitiateAuth";
    /** By Python: {@code base64(hmac_sha256("s3cret", "ada" + "app"))}. */
    private static final String HASH = "MyVrJnQQbPjh+KKRcY/0cnpygfoRYmSNaXWfV+YCn4o=";

    private final Pools pools = new Pools();

    @ParameterizedTest
    @CsvSource({"people, ''", "once, ''", "old, ''", "app, SECRET_HASH=" + HASH})
    void signsIn(String client, String hash) throws IOException {
        TokenAnswer answer = asked("USER_PASSWORD_AUTH", client, "USERNAME=ada PASSWORD=Correct-Horse-1 " + hash);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("Content-Type", TYPE);
        JsonNode json = new ObjectMapper().readTree(answer.body());
        assertThat(json.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("AuthenticationResult", "ChallengeParameters");
        JsonNode result = json.path("AuthenticationResult");
        assertThat(result.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("AccessToken", "ExpiresIn", "IdToken", "RefreshToken", "TokenType");
        assertThat(result.path("ExpiresIn").asInt()).isEqualTo(3600);
        assertThat(pools.verifier().verify(result.path("AccessToken").asText()))
                .isInstanceOf(Verification.Verified.class);
        assertThat(pools.verifier().verify(result.path("IdToken").asText())).isInstanceOf(Verification.Verified.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "USER_PASSWORD_AUTH | people | USERNAME=ada PASSWORD=wrong"
                        + " | NotAuthorizedException | Incorrect username or password.",
                "USER_PASSWORD_AUTH | people | USERNAME=bob PASSWORD=wrong"
                        + " | NotAuthorizedException | Incorrect username or password.",
                "USER_PASSWORD_AUTH | once   | USERNAME=bob PASSWORD=wrong"
                        + " | UserNotFoundException | User does not exist.",
                "USER_PASSWORD_AUTH | people | PASSWORD=wrong"
                        + " | InvalidParameterException | Missing required parameter USERNAME",
                "USER_PASSWORD_AUTH | people | USERNAME=ada"
                        + " | InvalidParameterException | Missing required parameter PASSWORD",
                "USER_PASSWORD_AUTH | app    | USERNAME=ada PASSWORD=Correct-Horse-1"
                        + " | NotAuthorizedException | Client app is configured with secret but SECRET_HASH was not received",
                "USER_PASSWORD_AUTH | app    | USERNAME=ada PASSWORD=Correct-Horse-1 SECRET_HASH=x"
                        + " | NotAuthorizedException | Unable to verify secret hash for client app",
                "USER_PASSWORD_AUTH | people | USERNAME=ada PASSWORD=Correct-Horse-1 SECRET_HASH=x"
                        + " | NotAuthorizedException | Unable to verify secret hash for client people",
                "USER_PASSWORD_AUTH | nobody | USERNAME=ada PASSWORD=Correct-Horse-1"
                        + " | ResourceNotFoundException | User pool client nobody does not exist.",
                "USER_PASSWORD_AUTH | srp    | USERNAME=ada PASSWORD=Correct-Horse-1"
                        + " | InvalidParameterException | USER_PASSWORD_AUTH flow not enabled for this client",
                "USER_SRP_AUTH      | people | USERNAME=ada SRP_A=1"
                        + " | InvalidParameterException | USER_SRP_AUTH flow not enabled for this client",
                "USER_SRP_AUTH      | srp    | USERNAME=ada SRP_A=0" + " | InvalidParameterException | Bad SRP_A",
                "USER_SRP_AUTH      | srp    | USERNAME=ada SRP_A=x" + " | InvalidParameterException | Bad SRP_A",
                "ADMIN_USER_PASSWORD_AUTH | people | USERNAME=ada PASSWORD=Correct-Horse-1"
                        + " | InvalidParameterException | ADMIN_USER_PASSWORD_AUTH flow not enabled for this client",
                "REFRESH_TOKEN_AUTH | once   | REFRESH_TOKEN=x"
                        + " | InvalidParameterException | REFRESH_TOKEN_AUTH flow not enabled for this client",
                "REFRESH_TOKEN_AUTH | people | REFRESH_TOKEN=x | NotAuthorizedException | Invalid Refresh Token",
                "REFRESH_TOKEN_AUTH | people | X=x"
                        + " | InvalidParameterException | Missing required parameter REFRESH_TOKEN"
            })
    void refusesInCognitosWords(String flow, String client, String parameters, String type, String message)
            throws IOException {
        TokenAnswer answer = asked(flow, client, parameters);

        assertThat(answer.status()).isEqualTo(400);
        JsonNode json = new ObjectMapper().readTree(answer.body());
        assertThat(json).hasSize(2);
        assertThat(json.path("__type").asText()).isEqualTo(type);
        assertThat(json.path("message").asText()).isEqualTo(message);
        assertThat(answer.headers()).containsEntry("x-amzn-ErrorType", type + ":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFRESH_TOKEN_AUTH", "REFRESH_TOKEN"})
    void refreshesWithWhatItGaveUntilThatExpires(String flow) throws IOException {
        String refresh = signedIn("people", "").path("RefreshToken").asText();
        pools.now = Pools.START.plusSeconds(86_399);

        TokenAnswer answer = asked(flow, "people", "REFRESH_TOKEN=" + refresh);
        JsonNode result = new ObjectMapper().readTree(answer.body()).path("AuthenticationResult");
        assertThat(result.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("AccessToken", "ExpiresIn", "IdToken", "TokenType");
        Claims claims = claims(result.path("AccessToken").asText());
        assertThat(claims.json().path("auth_time").asLong()).isEqualTo(Pools.START.getEpochSecond());
        assertThat(claims.json().path("iat").asLong()).isEqualTo(Pools.START.getEpochSecond() + 86_399);

        assertThat(asked(flow, "old", "REFRESH_TOKEN=" + refresh).body()).contains("Invalid Refresh Token");
        pools.now = Pools.START.plusSeconds(86_400);
        assertThat(asked(flow, "people", "REFRESH_TOKEN=" + refresh).body()).contains("Refresh Token has expired");
    }

    @Test
    void refreshesAClientThatHasASecretByItsHash() throws IOException {
        String refresh =
                signedIn("app", "SECRET_HASH=" + HASH).path("RefreshToken").asText();

        assertThat(asked("REFRESH_TOKEN_AUTH", "app", "REFRESH_TOKEN=" + refresh)
                        .body())
                .contains("SecretHash does not match for the client: app");
        assertThat(asked("REFRESH_TOKEN_AUTH", "app", "REFRESH_TOKEN=" + refresh + " SECRET_HASH=" + HASH)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SignDown     | application/x-amz-json-1.1 | {} | UnknownOperationException",
                "AdminGetUser | application/x-amz-json-1.1 | {} | MissingAuthenticationTokenException",
                "InitiateAuth | application/json           | {} | UnknownOperationException",
                "InitiateAuth | application/x-amz-json-1.1 | [] | SerializationException",
                "InitiateAuth | application/x-amz-json-1.1 | {\"AuthFlow\":1,\"AuthFlow\":2} | SerializationException",
                "InitiateAuth | application/x-amz-json-1.1 | `` | SerializationException",
                "InitiateAuth | application/x-amz-json-1.1 | {} | InvalidParameterException",
                "InitiateAuth | application/x-amz-json-1.1 | {\"AuthFlow\":\"X\",\"ClientId\":\"people\"} | InvalidParameterException",
                "InitiateAuth | application/x-amz-json-1.1 | {\"AuthFlow\":\"USER_PASSWORD_AUTH\",\"ClientId\":{}} | InvalidParameterException"
            })
    void refusesWhatIsNoRequest(String operation, String contentType, String body, String type) throws IOException {
        TokenAnswer answer = pools.ask(
                "POST",
                "/",
                Map.of("Content-Type", contentType, "X-Amz-Target", "AWSCognitoIdentityProviderService." + operation),
                body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(new ObjectMapper().readTree(answer.body()).path("__type").asText())
                .isEqualTo(type);
    }

    private JsonNode signedIn(String client, String more) throws IOException {
        TokenAnswer answer = asked("USER_PASSWORD_AUTH", client, "USERNAME=ada PASSWORD=Correct-Horse-1 " + more);
        return new ObjectMapper().readTree(answer.body()).path("AuthenticationResult");
    }

    private static Claims claims(String token) {
        return ((Jwt.Decoded) Jwt.read(token)).claims();
    }

    private TokenAnswer asked(String flow, String client, String parameters) {
        Map<String, String> values = new TreeMap<>();
        Arrays.stream(parameters.split(" ", -1))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> values.put(pair[0], pair[1]));
        ObjectNode body = new ObjectMapper().createObjectNode();
        body.put("AuthFlow", flow).put("ClientId", client).putPOJO("AuthParameters", values);
        return pools.ask("POST", "/", Map.of("Content-Type", TYPE, "X-Amz-Target", TARGET), body.toString());
    }
}
