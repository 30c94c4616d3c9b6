package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.InvokePolicy;
import dev.tollgate.model.LambdaFunction;

/** Beyond some thirty routes a function's resource policy cannot name each of them, and names the API alone. */
final class InvokePolicyTooLarge {

    static final CheckRule RULE = CheckRule.ofFile(
            "invoke-policy-too-large",
            Severity.NOTE,
            "more routes call a function than its resource policy can name",
            InvokePolicyTooLarge::judge);

    private InvokePolicyTooLarge() {}

    private static void judge(Environment environment, Report report) {
        for (LambdaFunction function : environment.functions()) {
            InvokePolicy policy = InvokePolicy.of(environment, function);
            if (!policy.namesEachRoute()) {
                report.note(
                        KeyPath.of("functions", function.id()),
                        policy.routes() + " routes call function `" + function.id()
                                + "`, more than its resource policy can name: every route of the API may call it",
                        "you need not do anything; to have each route named, spread them over several functions"
                                + " of the same source, or combine them under a greedy parameter, `{proxy+}`");
            }
        }
    }
}
