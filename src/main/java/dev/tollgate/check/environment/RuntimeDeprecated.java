package dev.tollgate.check.environment;

import dev.tollgate.check.EnvironmentRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;
import java.util.Map;

/** A runtime that AWS has deprecated as of the table's own date, so that the same file is judged alike on any day. */
final class RuntimeDeprecated {

    static final EnvironmentRule RULE = new EnvironmentRule(
            "runtime-deprecated", Severity.WARNING, "a runtime without security updates", RuntimeDeprecated::judge);

    private RuntimeDeprecated() {}

    /** The day on which AWS's page was read. */
    private static final String AS_OF = "2026-11-20";

    private static final String SOURCE = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html";
    private static final Map<String, String> DEPRECATED = Map.of(
            "nodejs20.x", "since 2026-04-30; no new functions from 2027-02-01",
            "python3.10", "since 2026-10-31");

    private static void judge(Environment environment, Report report) {
        for (LambdaFunction.Packaged function : environment.packagedFunctions()) {
            String since = DEPRECATED.get(function.runtime());
            if (since != null) {
                report.warning(
                        KeyPath.of("functions", function.id(), "runtime"),
                        "runtime `" + function.runtime() + "` gets no security updates " + since + " (as of " + AS_OF
                                + ")",
                        "choose `" + (function.isNode() ? "nodejs22.x" : "python3.13") + "`; see " + SOURCE);
            }
        }
    }
}
