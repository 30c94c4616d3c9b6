package dev.tollgate.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.gateway.token.Verification;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /oauth2/token}, request by request. */
class TokenEndpointTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private final Pools pools = new Pools();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "machine:s3cret | grant_type=client_credentials | api/read api/write",
                "machine:s3cret | grant_type=client_credentials&scope= | api/read api/write",
                "machine:s3cret | grant_type=client_credentials&client_id=machine | api/read api/write",
                "machine:s3cret | grant_type=client_credentials&scope=api%2Fwrite | api/write",
                "machine:s3cret | grant_type=client_credentials&scope=api/write+api/read | api/write api/read",
                "machine:s3cret | grant_type=client_credentials&scope=api/read%20api/read | api/read",
                "- | grant_type=client_credentials&client_id=machine&client_secret=s3cret | api/read api/write",
                "- | grant_type=client_credentials&client_id=reader&client_secret=s3cret&scope=api/read | api/read"
            })
    void givesAMachineItsToken(String credentials, String body, String scope) throws IOException {
        TokenAnswer answer = asked(credentials, body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/json;charset=UTF-8");
        JsonNode json = new ObjectMapper().readTree(answer.body());
        assertThat(json.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("access_token", "expires_in", "token_type");
        assertThat(json.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(json.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(pools.verifier().verify(json.path("access_token").asText()))
                .isInstanceOfSatisfying(
                        Verification.Verified.class,
                        verified -> assertThat(verified.claims().text("scope")).hasValue(scope));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "machine:s3cret | '' | invalid_request",
                "machine:s3cret | scope=api/read | invalid_request",
                "machine:s3cret | grant_type= | invalid_request",
                "machine:s3cret | grant_type=client_credentials&grant_type=client_credentials | invalid_request",
                "machine:s3cret | grant_type=client_credentials&scope=api/read&scope=api/write | invalid_request",
                "machine:s3cret | grant_type=client_credentials&scope=%zz | invalid_request",
                "machine:s3cret | grant_type=client_credentials&client_id=reader | invalid_request",
                "machine:s3cret | grant_type=client_credentials&client_secret=s3cret | invalid_request",
                "- | grant_type=client_credentials | invalid_request",
                "machine:s3cret | grant_type=password&username=a&password=b | unsupported_grant_type",
                "machine:s3cret | grant_type=CLIENT_CREDENTIALS | unsupported_grant_type",
                "machine:wrong | grant_type=client_credentials | invalid_client",
                "machine: | grant_type=client_credentials | invalid_client",
                "machine | grant_type=client_credentials | invalid_client",
                "nobody:s3cret | grant_type=client_credentials | invalid_client",
                "- | grant_type=client_credentials&client_id=machine | invalid_client",
                "- | grant_type=client_credentials&client_id=machine&client_secret=S3CRET | invalid_client",
                "- | grant_type=client_credentials&client_id=public | invalid_client",
                "- | grant_type=client_credentials&client_id=public&client_secret=x | invalid_client",
                "disabled:s3cret | grant_type=client_credentials | invalid_grant",
                "codes:s3cret | grant_type=client_credentials | unauthorized_client",
                "machine:s3cret | grant_type=authorization_code&code=x&redirect_uri=y | unauthorized_client",
                "codes:s3cret | grant_type=authorization_code&code=x&redirect_uri=y | invalid_grant",
                "codes:s3cret | grant_type=authorization_code&redirect_uri=y | invalid_request",
                "codes:s3cret | grant_type=authorization_code&code=x | invalid_request",
                "codes:s3cret | grant_type=refresh_token | invalid_request",
                "codes:s3cret | grant_type=refresh_token&refresh_token=x | invalid_grant",
                "reader:s3cret | grant_type=client_credentials&scope=api/write | invalid_scope",
                "reader:s3cret | grant_type=client_credentials&scope=api/read+api/write | invalid_scope",
                "machine:s3cret | grant_type=client_credentials&scope=openid | invalid_scope",
                "machine:s3cret | grant_type=client_credentials&scope=api/READ | invalid_scope",
                "machine:s3cret | grant_type=client_credentials&scope=+ | invalid_scope",
                "scopeless:s3cret | grant_type=client_credentials | invalid_scope",
                "- | grant_type=refresh_token&client_id=people&refresh_token=x | unauthorized_client",
                "- | grant_type=refresh_token&client_id=once&refresh_token=x | unauthorized_client"
            })
    void refusesInCognitosWords(String credentials, String body, String error) {
        TokenAnswer answer = asked(credentials, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"error\":\"" + error + "\"}");
    }

    private TokenAnswer asked(String credentials, String body) {
        Map<String, String> headers = new TreeMap<>(Map.of("content-type", FORM));
        if (!credentials.equals("-")) {
            headers.put("authorization", basic(credentials));
        }
        return pools.ask("POST", "/oauth2/token", headers, body);
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data; boundary=x", ""})
    void takesOnlyForms(String type) {
        String body = "grant_type=client_credentials&client_id=machine&client_secret=s3cret";

        assertThat(pools.ask("POST", "/oauth2/token", Map.of("Content-Type", type), body)
                        .body())
                .isEqualTo("{\"error\":\"invalid_request\"}");
        assertThat(pools.ask("POST", "/oauth2/token", Map.of("Content-Type", FORM + "; charset=UTF-8"), body)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesMoreThanAFormHolds() {
        String body = "grant_type=client_credentials&scope=" + "x".repeat(64 * 1024);

        assertThat(asked("machine:s3cret", body).body()).isEqualTo("{\"error\":\"invalid_request\"}");
    }

    @Test
    void refusesTwoAuthorizationsHoweverTheyAreSpelled() {
        String one = basic("machine:s3cret");
        for (Map<String, List<String>> twice : List.of(
                Map.of("Content-Type", List.of(FORM), "Authorization", List.of(one, one)),
                Map.of("Content-Type", List.of(FORM), "Authorization", List.of(one), "authorization", List.of(one)))) {
            TokenRequest request = new TokenRequest(
                    "POST", "/oauth2/token", "", new TreeMap<>(twice), "grant_type=client_credentials");

            assertThat(pools.endpoint.answer(request, Pools.BASE).orElseThrow().body())
                    .isEqualTo("{\"error\":\"invalid_request\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "HEAD", "OPTIONS", "post"})
    void answersOnlyPosts(String method) {
        TokenAnswer answer = pools.ask(method, "/oauth2/token", Map.of("Content-Type", FORM), "");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("Allow", "POST");
    }

    @Test
    void describesItselfAsTheIssuerThatItWasFoundAs() throws IOException {
        JsonNode configuration = new ObjectMapper()
                .readTree(pools.ask("GET", "/eu-west-1_AbCdEfGhI/.well-known/openid-configuration", Map.of(), "")
                        .body());

        String here = "http://127.0.0.1:4321/eu-west-1_AbCdEfGhI";
        assertThat(configuration.path("issuer").asText()).isEqualTo(here);
        assertThat(configuration.path("token_endpoint").asText()).isEqualTo(here + "/oauth2/token");
        assertThat(configuration.path("authorization_endpoint").asText()).isEqualTo(here + "/oauth2/authorize");
        URI jwks = URI.create(configuration.path("jwks_uri").asText());
        assertThat(jwks).hasHost("127.0.0.1").hasPath("/eu-west-1_AbCdEfGhI/.well-known/jwks.json");
        JsonNode keys = new ObjectMapper()
                .readTree(pools.ask("GET", jwks.getPath(), Map.of(), "").body());
        assertThat(keys.path("keys")).hasSize(2).allSatisfy(key -> {
            assertThat(key.properties())
                    .extracting(Map.Entry::getKey)
                    .containsExactlyInAnyOrder("kty", "e", "use", "kid", "alg", "n");
            assertThat(key.path("alg").asText()).isEqualTo("RS256");
        });
    }

    @Test
    void namesAddressesBelowWhereItIsServed() throws IOException {
        TokenRequest request = new TokenRequest(
                "GET", "/eu-west-1_AbCdEfGhI/.well-known/openid-configuration", "", new TreeMap<>(), "");
        TokenAnswer answer = pools.endpoint
                .answer(request, URI.create("http://127.0.0.1:4321/pools/users/"))
                .orElseThrow();

        assertThat(new ObjectMapper()
                        .readTree(answer.body())
                        .path("token_endpoint")
                        .asText())
                .isEqualTo("http://127.0.0.1:4321/pools/users/eu-west-1_AbCdEfGhI/oauth2/token");
    }

    @Test
    void leavesOtherPathsToTheGateway() {
        for (String path : List.of("/", "/oauth2/token/", "/x/.well-known/jwks.json")) {
            TokenRequest request = new TokenRequest("POST", path, "", new TreeMap<>(), "");
            assertThat(pools.endpoint.answer(request, Pools.BASE)).as(path).isEmpty();
        }
    }
}
