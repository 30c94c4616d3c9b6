package dev.tollgate.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.terraform.PlanReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who reads the first line alone knows what a change does to security. */
class VerdictTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aws_cognito_user_pool.p | {\"mfa_configuration\":\"ON\"} | {\"mfa_configuration\":\"OFF\"}"
                        + "| weakens protection: `aws_cognito_user_pool.p` (MFA OFF)",
                "aws_cognito_user_pool_client.c | {\"callback_urls\":[]} | {\"callback_urls\":[\"http://a.example\"]}"
                        + "| weakens protection: `aws_cognito_user_pool_client.c` (callback added)",
                "aws_apigatewayv2_route.r | {\"route_key\":\"GET /x\",\"authorization_type\":\"JWT\",\"authorization_scopes\":[\"a/b\"]}"
                        + "| {\"route_key\":\"GET /x\",\"authorization_type\":\"JWT\",\"authorization_scopes\":[]}"
                        + "| widens access: `GET /x` (no scope required)",
                "aws_api_gateway_method.m | {\"api_key_required\":true} | {\"api_key_required\":false}"
                        + "| widens access: `aws_api_gateway_method.m` (no API key)"
            })
    void saysInTheFirstLineWhatIsWeaker(String address, String before, String after, String said) {
        Review review = review(address, before, after);

        assertThat(ReviewText.of(review, false).get(0)).contains(said);
        assertThat(ReviewMarkdown.of(review, Optional.empty(), Optional.empty())
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElse(""))
                .contains(Markdown.text(said));
    }

    private static Review review(String address, String before, String after) {
        String type = address.substring(0, address.indexOf('.'));
        String api = "{\"address\":\"aws_apigatewayv2_api.a\",\"mode\":\"managed\",\"type\":\"aws_apigatewayv2_api\","
                + "\"name\":\"a\",\"change\":{\"actions\":[\"no-op\"],\"before\":{\"id\":\"a1\"},\"after\":{\"id\":\"a1\"}}}";
        String change = "{\"address\":\"" + address + "\",\"mode\":\"managed\",\"type\":\"" + type
                + "\",\"name\":\"x\",\"change\":{\"actions\":[\"update\"],\"before\":" + owned(before) + ",\"after\":"
                + owned(after) + "}}";
        String plan = "{\"format_version\":\"1.2\",\"resource_changes\":[" + api + "," + change + "]}";
        return Review.of(PlanReader.read("plan.json", plan), "shop", "shop", List.of());
    }

    private static String owned(String values) {
        return values.substring(0, values.length() - 1) + ",\"api_id\":\"a1\"}";
    }
}
