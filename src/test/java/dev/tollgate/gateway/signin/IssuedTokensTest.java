package dev.tollgate.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.tollgate.gateway.token.Claims;
import dev.tollgate.gateway.token.Jose;
import dev.tollgate.gateway.token.Jwt;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.Person;
import dev.tollgate.gateway.token.PoolPeople;
import dev.tollgate.gateway.token.Reason;
import dev.tollgate.gateway.token.TokenIssuer;
import dev.tollgate.gateway.token.Verification;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in a token, as an independent library and an independent OAuth client see it. */
class IssuedTokensTest {

    private final Pools pools = new Pools();

    @Test
    void saysOfAMachineWhatCognitoSays() throws IOException {
        JsonNode token = Jose.verified(pools.keys.jwks(), List.of(machine())).path(0);

        Members claims = new Members(token.path("claims"));
        UUID.fromString(claims.take("jti").asText());
        assertThat(claims.rest()).isEqualTo(new ObjectMapper().readTree("""
                                {"sub": "machine", "token_use": "access", "scope": "api/read api/write",
                                 "auth_time": 1767323045, "iss": "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI",
                                 "exp": 1767326645, "iat": 1767323045, "version": 2, "client_id": "machine"}
                                """));
        assertThat(names(token.path("header"))).containsExactlyInAnyOrder("kid", "alg");
    }

    @Test
    void saysOfAPersonWhatCognitoSays() throws IOException {
        JsonNode result = pools.signedIn();
        JsonNode tokens = Jose.verified(
                pools.keys.jwks(),
                List.of(
                        result.path("AccessToken").asText(),
                        result.path("IdToken").asText()));

        Members access = new Members(tokens.path(0).path("claims"));
        Members id = new Members(tokens.path(1).path("claims"));
        for (String shared : List.of("sub", "origin_jti", "event_id")) {
            JsonNode value = access.take(shared);
            UUID.fromString(value.asText());
            assertThat(id.take(shared)).isEqualTo(value);
        }
        assertThat(id.take("jti")).isNotEqualTo(access.take("jti"));
        assertThat(access.rest()).isEqualTo(new ObjectMapper().readTree("""
                                {"iss": "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI", "client_id": "people",
                                 "token_use": "access", "scope": "aws.cognito.signin.user.admin",
                                 "auth_time": 1767323045, "exp": 1767326645, "iat": 1767323045, "username": "ada"}
                                """));
        assertThat(id.rest()).isEqualTo(new ObjectMapper().readTree("""
                                {"iss": "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI", "aud": "people",
                                 "token_use": "id", "cognito:username": "ada", "email": "ada@example.com", "email_verified": true,
                                 "auth_time": 1767323045, "exp": 1767324845, "iat": 1767323045}
                                """));
        assertThat(tokens.path(0).path("header").path("kid"))
                .isNotEqualTo(tokens.path(1).path("header").path("kid"));
    }

    @Test
    void givesAPersonTheSameSubjectOnEveryStart() throws IOException {
        String first = claims(pools.signedIn().path("AccessToken").asText())
                .text("sub")
                .orElseThrow();
        JsonNode again = new Pools().signedIn();

        assertThat(claims(again.path("IdToken").asText()).text("sub")).hasValue(first);
    }

    /** How the authorization matrix comes by tokens that only the holder of the keys can make. */
    @Test
    void makesTokensOfAnotherTimeForThoseWhoHoldTheKeys() {
        LocalClient machine = Pools.pool().client("machine").orElseThrow();
        LocalClient people = Pools.pool().client("people").orElseThrow();
        Person ada = new Person("1", "ada", new TreeMap<>(), List.of(), List.of(), Optional.empty());
        TokenIssuer past = issuerAt(-3600);
        TokenIssuer future = issuerAt(1);

        assertThat(reason(past.machine(machine, List.of()))).isEqualTo(Reason.EXPIRED);
        assertThat(reason(past.person(people, ada).id())).isEqualTo(Reason.EXPIRED);
        assertThat(reason(future.machine(machine, List.of()))).isEqualTo(Reason.ISSUED_IN_FUTURE);
        assertThat(pools.verifier().verify(issuerAt(-3599).machine(machine, List.of())))
                .isInstanceOf(Verification.Verified.class);
    }

    private TokenIssuer issuerAt(int seconds) {
        Clock clock = Clock.offset(pools.clock, Duration.ofSeconds(seconds));
        return new TokenIssuer(Pools.pool(), pools.keys, clock, new SecureRandom());
    }

    private Reason reason(String token) {
        return ((Verification.Refused) pools.verifier().verify(token)).reason();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void satisfiesAnIndependentOAuthClient(boolean basic) throws IOException, ParseException {
        OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(
                pools.ask("GET", "/eu-west-1_AbCdEfGhI/.well-known/openid-configuration", Map.of(), "")
                        .body());
        ClientID id = new ClientID("machine");
        Secret secret = new Secret("s3cret");
        ClientAuthentication authentication =
                basic ? new ClientSecretBasic(id, secret) : new ClientSecretPost(id, secret);
        HTTPRequest request = new com.nimbusds.oauth2.sdk.TokenRequest(
                        metadata.getTokenEndpointURI(),
                        authentication,
                        new ClientCredentialsGrant(),
                        new Scope("api/read"))
                .toHTTPRequest();

        TokenResponse response = TokenResponse.parse(sent(request));

        assertThat(response.indicatesSuccess()).isTrue();
        assertThat(claims(response.toSuccessResponse()
                                .getTokens()
                                .getAccessToken()
                                .getValue())
                        .scopes())
                .containsExactly("api/read");
    }

    private HTTPResponse sent(HTTPRequest request) throws ParseException {
        TokenAnswer answer = pools.endpoint
                .answer(
                        new TokenRequest(
                                request.getMethod().name(),
                                request.getURI().getPath(),
                                "",
                                new TreeMap<>(request.getHeaderMap()),
                                request.getBody()),
                        Pools.BASE)
                .orElseThrow();
        HTTPResponse response = new HTTPResponse(answer.status());
        response.setContentType(answer.headers().getOrDefault("Content-Type", ""));
        response.setBody(answer.body());
        return response;
    }

    @Test
    void refusesAPoolThatCognitoWouldNotMake() {
        LocalPool pool = Pools.pool();

        assertThatThrownBy(
                        () -> new LocalPool("eu-west-1", "p", pool.clients(), List.of(), List.of(), PoolPeople.PLAIN))
                .hasMessage("client `machine` has scope `api/read`, which no resource server has");
        assertThatThrownBy(() -> new LocalPool(
                        "eu-west-1",
                        "p",
                        List.of(pool.clients().get(6), pool.clients().get(6)),
                        List.of(),
                        List.of(),
                        PoolPeople.PLAIN))
                .hasMessage("pool `p` has client `people` twice");
    }

    @Test
    void keepsSecretsOutOfWhatIsLogged() {
        assertThat(Pools.pool().toString()).doesNotContain("s3cret").doesNotContain("Correct-Horse-1");
        assertThat(new dev.tollgate.gateway.signin.ClientAuthentication("a", Optional.of("s3cret")).toString())
                .doesNotContain("s3cret");
        assertThat(new TokenRequest("POST", "/oauth2/token", "", new TreeMap<>(), "client_secret=s3cret").toString())
                .isEqualTo("TokenRequest[POST /oauth2/token]");
        assertThat(pools.ask("GET", "/oauth2/token", Map.of(), "").toString()).isEqualTo("TokenAnswer[405]");
    }

    private String machine() throws IOException {
        TokenAnswer answer = pools.ask(
                "POST",
                "/oauth2/token",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                "grant_type=client_credentials&client_id=machine&client_secret=s3cret");
        return new ObjectMapper().readTree(answer.body()).path("access_token").asText();
    }

    private static Claims claims(String token) {
        return ((Jwt.Decoded) Jwt.read(token)).claims();
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** An object's members, taken out one by one. */
    private static final class Members {

        private final ObjectNode members;

        Members(JsonNode object) {
            members = object.deepCopy();
        }

        JsonNode take(String name) {
            JsonNode value = members.path(name);
            members.remove(name);
            return value;
        }

        JsonNode rest() {
            return members;
        }
    }
}
