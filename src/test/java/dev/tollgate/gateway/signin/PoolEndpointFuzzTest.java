package dev.tollgate.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests with something torn out, doubled or put in: each gets an answer, and none of them a token it should not. */
class PoolEndpointFuzzTest {

    private static final int ROUNDS = Integer.getInteger("fuzz", 3_000);
    private static final List<String> PIECES = List.of(
            "",
            "&",
            "=",
            "%",
            "%00",
            "\u0000",
            "\r\n",
            "{",
            "}",
            "[",
            "\"",
            "\\",
            "null",
            "scope=",
            "grant_type=",
            "client_id=machine",
            "\ud800",
            "€",
            "\"AuthFlow\":",
            "1e999999999",
            "x".repeat(2000),
            "[".repeat(2000));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/oauth2/token | application/x-www-form-urlencoded"
                        + " | grant_type=client_credentials&client_id=machine&client_secret=wrong&scope=api%2Fread",
                "/oauth2/token | application/x-www-form-urlencoded"
                        + " | grant_type=refresh_token&client_id=people&refresh_token=abc",
                "/ | application/x-amz-json-1.1 | {\"AuthFlow\":\"USER_PASSWORD_AUTH\",\"ClientId\":\"people\","
                        + "\"AuthParameters\":{\"USERNAME\":\"ada\",\"PASSWORD\":\"wrong\"}}"
            })
    void answersAnything(String path, String contentType, String body) {
        Pools pools = new Pools();
        Random random = new Random(7);
        Map<String, String> headers =
                Map.of("Content-Type", contentType, "X-Amz-Target", "AWSCognitoIdentityProviderService.InitiateAuth");
        for (int round = 0; round < ROUNDS; round++) {
            String changed = body;
            for (int edits = random.nextInt(3); edits >= 0; edits--) {
                changed = edited(changed, random);
            }
            TokenAnswer answer = pools.ask("POST", path, headers, changed);

            assertThat(answer.status()).as(changed).isEqualTo(400);
            assertThat(String.join("", answer.headers().values())).matches("[ -~]{0,900}");
        }
    }

    private static String edited(String text, Random random) {
        int from = random.nextInt(text.length() + 1);
        int to = from + random.nextInt(Math.min(12, text.length() - from + 1));
        return text.substring(0, from) + PIECES.get(random.nextInt(PIECES.size())) + text.substring(to);
    }
}
