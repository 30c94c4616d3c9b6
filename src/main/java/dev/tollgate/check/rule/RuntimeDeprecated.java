package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Runtimes;

/** A runtime that AWS has deprecated as of the table's own date, so that the same input is judged alike on any day. */
final class RuntimeDeprecated {

    static final CheckRule RULE = SeenFunction.rule(
                    "runtime-deprecated",
                    Severity.ERROR,
                    "a function on a runtime without security updates",
                    RuntimeDeprecated::judge)
            .formerly("ageing-runtime");

    private RuntimeDeprecated() {}

    private static void judge(SeenFunction function) {
        if (!function.thing().knows(SeenFunction.RUNTIME, function.runtime())) {
            return;
        }
        function.runtime()
                .text()
                .flatMap(Runtimes::find)
                .filter(Runtimes.LambdaRuntime::isDeprecated)
                .ifPresent(runtime -> report(function, runtime));
    }

    private static void report(SeenFunction function, Runtimes.LambdaRuntime runtime) {
        String named = "runtime `" + runtime.name() + "` of " + function.thing().name();
        String hint = Runtimes.supported(runtime)
                        .map(newer -> "choose `" + newer + "`")
                        .orElse("choose a newer one")
                + "; see " + Runtimes.SOURCE;
        if (runtime.isClosed()) {
            function.thing()
                    .error(
                            SeenFunction.RUNTIME,
                            named + " is closed: since " + runtime.closed() + " no function can be created with"
                                    + " it (as of "
                                    + Runtimes.AS_OF + ")",
                            hint);
        } else {
            function.thing()
                    .warning(
                            SeenFunction.RUNTIME,
                            named + " gets no security updates since " + runtime.deprecated()
                                    + "; no new functions from " + runtime.closed() + " (as of " + Runtimes.AS_OF + ")",
                            hint);
        }
    }
}
