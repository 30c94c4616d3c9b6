package dev.tollgate.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.GateTable;
import dev.tollgate.gateway.function.Invocation;
import dev.tollgate.gateway.token.Claims;
import dev.tollgate.gateway.token.Jwt;
import dev.tollgate.gateway.token.Restated;
import dev.tollgate.gateway.token.TokenIssuer;
import dev.tollgate.gateway.token.TokenVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table: credential by credential, for both kinds of API. */
class AdmissionTest {

    private static final String FUNCTION_SAYS = "{\"statusCode\": 200, \"body\": \"ok\"}";

    static List<String> rows() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/gateway/admission.csv")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void answersAsApiGatewayDoes(String row) {
        List<String> cells =
                Arrays.stream(row.split(";", -1)).map(String::strip).toList();
        GatewayApi.Kind kind = GatewayApi.Kind.valueOf(cells.get(0));
        boolean open = cells.get(1).equals("open");
        List<String> scopes = open || cells.get(1).isEmpty()
                ? List.of()
                : List.of(cells.get(1).split(" ", -1));
        GatewayRoute route = TestGateway.route(
                "GET", "/orders", open ? Optional.empty() : Optional.of(TestGateway.authorizer()), scopes);
        String stage = kind == GatewayApi.Kind.REST ? "prod" : "$default";
        TestGateway test = new TestGateway();

        Reply reply = test.of(TestGateway.api(kind, stage, List.of(route)), FUNCTION_SAYS)
                .serve(TestGateway.call(
                        "GET", (stage.equals("prod") ? "/prod" : "") + "/orders", credential(cells.get(2))))
                .reply();

        assertThat(reply.status()).as(reply.reason()).isEqualTo(Integer.parseInt(cells.get(3)));
        assertThat(new String(reply.bytes(), StandardCharsets.UTF_8)).isEqualTo(cells.get(4));
        assertThat(test.events()).hasSize(reply.status() == 200 ? 1 : 0);
        if (!cells.get(5).isEmpty()) {
            int colon = cells.get(5).indexOf(": ");
            assertThat(reply.header(cells.get(5).substring(0, colon)))
                    .contains(cells.get(5).substring(colon + 2));
        }
    }

    static List<GateTable.Cell> cells() {
        return GateTable.cells().stream().filter(GateTable.Cell::isOfAFile).toList();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void answersAsTheTableSays(GateTable.Cell cell) {
        GatewayApi.Kind kind = GatewayApi.Kind.valueOf(cell.api());
        boolean open = cell.access().equals("nothing");
        GatewayRoute route = TestGateway.route(
                "GET", "/orders", open ? Optional.empty() : Optional.of(TestGateway.authorizer()), cell.scopes());
        String stage = cell.isRest() ? "prod" : "$default";

        Reply reply = new TestGateway()
                .of(TestGateway.api(kind, stage, List.of(route)), FUNCTION_SAYS)
                .serve(TestGateway.call(
                        "GET", (cell.isRest() ? "/prod" : "") + "/orders", credential(shown(cell.shown()))))
                .reply();

        assertThat(reply.status())
                .as(reply.reason())
                .isEqualTo(cell.passes() ? 200 : cell.statuses().get(0));
    }

    private static String shown(String word) {
        return switch (word) {
            case "nothing" -> "none";
            case "broken" -> "garbage";
            case "read" -> "good";
            case "id" -> "id token";
            default -> word;
        };
    }

    /** What a gateway answers to a token of {@code claims}, whose keys it trusts. */
    private static int status(
            GatewayApi.Kind kind, GatewayAuthorizer authorizer, ObjectNode claims, List<String> scopes) {
        Restated signed = Restated.of(new Claims(claims), new SecureRandom());
        GatewayRoute route = TestGateway.route("GET", "/orders", Optional.of(authorizer), scopes);
        String stage = kind == GatewayApi.Kind.REST ? "prod" : "$default";
        Gateway gateway = new Gateway(
                TestGateway.api(kind, stage, List.of(route)),
                new TokenVerifier(
                        new TreeMap<>(Map.of(authorizer.issuers().first(), signed.keys())), TestGateway.CLOCK),
                (name, event, timeout) -> new Invocation.Answered(FUNCTION_SAYS),
                System::nanoTime);
        String path = (kind == GatewayApi.Kind.REST ? "/prod" : "") + "/orders";
        return gateway.serve(TestGateway.call("GET", path, bearer(signed.token())))
                .reply()
                .status();
    }

    private static ObjectNode claims(String token) {
        return ((Jwt.Decoded) Jwt.read(token)).claims().json();
    }

    /** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html */
    @Test
    void looksAtTheClientOnlyWhereATokenHasNoAudience() {
        String good =
                TestGateway.issuer(TestGateway.NOW.minusSeconds(1)).machine(TestGateway.SHOP, List.of("orders/read"));
        List<String> scopes = List.of("orders/read");

        assertThat(status(GatewayApi.Kind.HTTP, TestGateway.authorizer(), claims(good), scopes))
                .isEqualTo(200);
        assertThat(status(
                        GatewayApi.Kind.HTTP,
                        TestGateway.authorizer(),
                        claims(good).put("aud", "somebody-else"),
                        scopes))
                .isEqualTo(401);
    }

    /** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html */
    @Test
    void validatesTheIdentityOfIdTokensAndLetsNoAccessTokenPass() {
        TokenIssuer issuer = TestGateway.issuer(TestGateway.NOW.minusSeconds(1));
        GatewayAuthorizer plain = TestGateway.authorizer();
        GatewayAuthorizer validating = new GatewayAuthorizer(
                plain.name(), plain.source(), plain.issuers(), plain.audience(), Optional.of(Pattern.compile("shop")));
        String id = issuer.person(TestGateway.SHOP, TestGateway.PERSON).id();
        String other = issuer.person(TestGateway.STRANGER, TestGateway.PERSON).id();
        String access = issuer.machine(TestGateway.SHOP, List.of("orders/read"));

        assertThat(status(GatewayApi.Kind.REST, validating, claims(id), List.of()))
                .isEqualTo(200);
        assertThat(status(GatewayApi.Kind.REST, validating, claims(other), List.of()))
                .isEqualTo(401);
        assertThat(status(GatewayApi.Kind.REST, plain, claims(other), List.of()))
                .isEqualTo(200);
        assertThat(status(GatewayApi.Kind.REST, validating, claims(access), List.of("orders/read")))
                .isEqualTo(401);
    }

    private static Header[] credential(String word) {
        TokenIssuer issuer = TestGateway.issuer(TestGateway.NOW.minusSeconds(1));
        String good = issuer.machine(TestGateway.SHOP, List.of("orders/read"));
        return switch (word) {
            case "none" -> new Header[0];
            case "empty" -> bearer("");
            case "other header" -> new Header[] {new Header("X-Token", "Bearer " + good)};
            case "twice" -> new Header[] {new Header("Authorization", good), new Header("authorization", good)};
            case "garbage" -> bearer("garbage");
            case "alg none" ->
                bearer(encoded("{\"alg\":\"none\",\"kid\":\"x\"}") + "." + good.split("\\.", -1)[1] + ".");
            case "tampered" ->
                bearer(good.split("\\.", -1)[0] + "."
                        + encoded(decoded(good.split("\\.", -1)[1]).replace("orders/read", "orders/admin")) + "."
                        + good.split("\\.", -1)[2]);
            case "foreign keys" -> bearer(TestGateway.foreignKeys().machine(TestGateway.SHOP, List.of("orders/read")));
            case "other pool" -> bearer(TestGateway.otherPool().machine(TestGateway.SHOP, List.of("orders/read")));
            case "expired" ->
                bearer(TestGateway.issuer(TestGateway.NOW.minus(Duration.ofHours(2)))
                        .machine(TestGateway.SHOP, List.of("orders/read")));
            case "not yet" ->
                bearer(TestGateway.issuer(TestGateway.NOW.plus(Duration.ofHours(2)))
                        .machine(TestGateway.SHOP, List.of("orders/read")));
            case "other client" -> bearer(issuer.machine(TestGateway.STRANGER, List.of("orders/read")));
            case "other scope" -> bearer(issuer.machine(TestGateway.SHOP, List.of("orders/other")));
            case "id token" ->
                bearer(issuer.person(TestGateway.SHOP, TestGateway.PERSON).id());
            case "other client's id" ->
                bearer(issuer.person(TestGateway.STRANGER, TestGateway.PERSON).id());
            case "signature" -> new Header[] {new Header("Authorization", "AWS4-HMAC-SHA256 Credential=AKID")};
            case "person's access token" ->
                bearer(issuer.person(TestGateway.SHOP, TestGateway.PERSON).access());
            case "good" -> bearer(good);
            case "good bare" -> new Header[] {new Header("aUTHORIZATION", good)};
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static Header[] bearer(String token) {
        return new Header[] {new Header("Authorization", token.isEmpty() ? "" : "Bearer " + token)};
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
