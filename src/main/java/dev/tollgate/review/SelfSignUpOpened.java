package dev.tollgate.review;

import dev.tollgate.terraform.Value;

/** Whoever can sign up can obtain tokens of the pool. */
final class SelfSignUpOpened {

    static final ReviewRule RULE = new ReviewRule(
            "self-sign-up-opened",
            Kind.WIDENED,
            "anyone may sign up in the user pool",
            SelfSignUpOpened::judge,
            "anyone may sign up");

    private SelfSignUpOpened() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (Pair pair : Pair.of(comparison, "aws_cognito_user_pool")) {
            Value now = now(pair);
            if (before(pair).is("true") && !now.isAbsent() && now.bool().isEmpty()) {
                report.undecided(pair.address(), "whether anyone may sign up in `" + pair.address() + "`");
            } else if (before(pair).is("true") && !now.is("true")) {
                report.say(
                        pair.address(),
                        "anyone may sign up in `" + pair.address() + "` and obtain tokens",
                        "keep `allow_admin_create_user_only`, unless the API is for anyone");
            }
        }
    }

    private static Value before(Pair pair) {
        return pair.before().get("admin_create_user_config").get("allow_admin_create_user_only");
    }

    private static Value now(Pair pair) {
        return pair.after().get("admin_create_user_config").get("allow_admin_create_user_only");
    }
}
