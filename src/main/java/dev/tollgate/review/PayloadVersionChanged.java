package dev.tollgate.review;

import dev.tollgate.terraform.Value;

/** Events and answers of 1.0 and 2.0 are not alike: a handler written for one fails with the other. */
final class PayloadVersionChanged {

    static final ReviewRule RULE = new ReviewRule(
            "payload-version-changed",
            Kind.BREAKING,
            "a function gets events in another format",
            PayloadVersionChanged::judge,
            "other events");

    private PayloadVersionChanged() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (Pair pair : Pair.of(comparison, "aws_apigatewayv2_integration")) {
            Value written = pair.after().get("payload_format_version");
            if (!written.isAbsent() && written.text().isEmpty()) {
                report.undecided(pair.address(), "which events the function behind `" + pair.address() + "` gets");
                continue;
            }
            String before = pair.before().get("payload_format_version").text().orElse("1.0");
            String after = written.text().orElse("1.0");
            if (!before.equals(after)) {
                report.say(
                        pair.address(),
                        "the function behind `" + pair.address() + "` gets events of version " + after + " instead of "
                                + before,
                        "change the handler together with this");
            }
        }
    }
}
