package dev.tollgate.review;

import java.math.BigDecimal;
import java.util.Optional;

/** A token that is stolen works for as long as it is valid, whatever becomes of its user. */
final class TokenValidityLengthened {

    static final ReviewRule RULE = new ReviewRule(
            "token-validity-lengthened",
            Kind.WEAKENED,
            "tokens are valid for a longer time",
            TokenValidityLengthened::judge,
            "tokens live longer");

    private TokenValidityLengthened() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (Pair pair : Pair.of(comparison, "aws_cognito_user_pool_client")) {
            for (String token : TokenValidityShortened.TOKENS.keySet()) {
                Optional<BigDecimal> before = TokenValidityShortened.seconds(pair.before(), token);
                Optional<BigDecimal> after = TokenValidityShortened.seconds(pair.after(), token);
                if (before.isPresent() && after.isPresent() && after.get().compareTo(before.get()) > 0) {
                    report.say(
                            pair.address(),
                            token + " tokens of `" + pair.address() + "` are valid for "
                                    + after.get().toPlainString() + " s instead of "
                                    + before.get().toPlainString() + " s: a stolen one works for as long",
                            "keep access tokens at an hour or less; a refresh token is what makes a session long");
                }
            }
        }
    }
}
