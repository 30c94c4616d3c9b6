package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.InvokePolicy;
import dev.tollgate.model.LambdaFunction;
import java.util.HashMap;
import java.util.Map;

/**
 * A permission's id is made of the function and of who calls it: two keys of one function would ask for one id twice.
 */
final class FunctionPermittedTwice {

    static final CheckRule RULE = CheckRule.ofFile(
            "function-permitted-twice",
            Severity.ERROR,
            "one caller gets two permissions to call one function",
            FunctionPermittedTwice::judge);

    private FunctionPermittedTwice() {}

    private static void judge(Environment environment, Report report) {
        Map<String, LambdaFunction> forPool = new HashMap<>();
        Map<String, LambdaFunction> forApi = new HashMap<>();
        for (LambdaFunction function : environment.functions()) {
            if (!(function instanceof LambdaFunction.Existing)) {
                continue;
            }
            String name = environment.nameOf(function);
            if (environment.triggers().containsValue(function.id())) {
                LambdaFunction first = forPool.putIfAbsent(name, function);
                if (first != null) {
                    report(first, function, name, "the pool's triggers", report);
                }
            }
            if (!InvokePolicy.of(environment, function).namesEachRoute()) {
                LambdaFunction first = forApi.putIfAbsent(name, function);
                if (first != null) {
                    report(first, function, name, "all these routes", report);
                }
            }
        }
    }

    private static void report(
            LambdaFunction first, LambdaFunction second, String name, String callers, Report report) {
        report.error(
                KeyPath.of("functions", second.id()),
                "the functions `" + first.id() + "` and `" + second.id() + "` are both the existing `" + name
                        + "`, and Lambda refuses a second permission of one caller to call it",
                "name `" + first.id() + "` in " + callers + ", and remove `" + second.id() + "`");
    }
}
