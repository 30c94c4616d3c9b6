package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.check.Runtimes;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;

/** A runtime that AWS has deprecated as of the table's own date, so that the same file is judged alike on any day. */
final class RuntimeDeprecated {

    static final CheckRule RULE = CheckRule.ofFile(
            "runtime-deprecated", Severity.WARNING, "a runtime without security updates", RuntimeDeprecated::judge);

    private RuntimeDeprecated() {}

    private static void judge(Environment environment, Report report) {
        for (LambdaFunction.Packaged function : environment.packagedFunctions()) {
            Runtimes.deprecated(function.runtime())
                    .ifPresent(since -> report.warning(
                            KeyPath.of("functions", function.id(), "runtime"),
                            "runtime `" + function.runtime() + "` gets no security updates " + since + " (as of "
                                    + Runtimes.AS_OF + ")",
                            "choose `" + (function.isNode() ? "nodejs22.x" : "python3.13") + "`; see "
                                    + Runtimes.SOURCE));
        }
    }
}
