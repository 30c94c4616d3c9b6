package dev.tollgate.review;

import dev.tollgate.terraform.Resource;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Callers that keep a token for a fixed time are refused before it is over. */
final class TokenValidityShortened {

    static final ReviewRule RULE = new ReviewRule(
            "token-validity-shortened",
            Kind.BREAKING,
            "tokens are valid for a shorter time",
            TokenValidityShortened::judge,
            "tokens live shorter");

    private TokenValidityShortened() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (Pair pair : Pair.of(comparison, "aws_cognito_user_pool_client")) {
            for (String token : TOKENS.keySet()) {
                Optional<BigDecimal> before = seconds(pair.before(), token);
                Optional<BigDecimal> after = seconds(pair.after(), token);
                if (before.isPresent() && after.isPresent() && after.get().compareTo(before.get()) < 0) {
                    report.say(
                            pair.address(),
                            token + " tokens of `" + pair.address() + "` are valid for "
                                    + after.get().toPlainString() + " s instead of "
                                    + before.get().toPlainString() + " s",
                            "check that no caller keeps them longer; tokens already issued stay valid");
                }
            }
        }
    }

    /** The unit that Cognito takes where none is written. */
    static final Map<String, String> TOKENS =
            new TreeMap<>(Map.of("access", "hours", "id", "hours", "refresh", "days"));

    private static final Map<String, Integer> SECONDS =
            Map.of("seconds", 1, "minutes", 60, "hours", 3600, "days", 86400);

    static Optional<BigDecimal> seconds(Resource client, String token) {
        String unit = client.get("token_validity_units")
                .get(token + "_token")
                .text()
                .orElse(TOKENS.getOrDefault(token, "hours"));
        return client.get(token + "_token_validity")
                .number()
                .filter(number -> number.signum() > 0)
                .map(number -> number.multiply(BigDecimal.valueOf(SECONDS.getOrDefault(unit, 0))));
    }
}
