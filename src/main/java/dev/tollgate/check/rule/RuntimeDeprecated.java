package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Runtimes;
import dev.tollgate.finding.Severity;

/** A runtime that AWS has deprecated as of the table's own date, so that the same input is judged alike on any day. */
final class RuntimeDeprecated {

    static final CheckRule RULE = SeenFunction.rule(
                    "runtime-deprecated",
                    Severity.WARNING,
                    "a function on a runtime without security updates",
                    RuntimeDeprecated::judge)
            .formerly("ageing-runtime");

    private RuntimeDeprecated() {}

    private static void judge(SeenFunction function) {
        if (!function.thing().knows(SeenFunction.RUNTIME, function.runtime())) {
            return;
        }
        String runtime = function.runtime().text().orElse("");
        Runtimes.deprecated(runtime).ifPresent(since -> function.thing()
                .warning(
                        SeenFunction.RUNTIME,
                        "runtime `" + runtime + "` of " + function.thing().name() + " gets no security updates " + since
                                + " (as of " + Runtimes.AS_OF + ")",
                        Runtimes.supported(runtime)
                                        .map(newer -> "choose `" + newer + "`")
                                        .orElse("choose a newer one")
                                + "; see " + Runtimes.SOURCE));
    }
}
