package dev.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.token.TokenIssuer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
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
