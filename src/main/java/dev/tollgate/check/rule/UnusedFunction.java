package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;

/** A function that is made and never called through the API. */
final class UnusedFunction {

    static final CheckRule RULE = CheckRule.ofFile(
                    "unused-function", Severity.NOTE, "a function that nothing calls", UnusedFunction::judge)
            .needing("routes");

    private UnusedFunction() {}

    private static void judge(Environment environment, Report report) {
        if (environment.kind() != ApiKind.NONE && environment.routes().isEmpty()) {
            return;
        }
        for (LambdaFunction function : environment.functions()) {
            boolean called = environment.triggers().containsValue(function.id()) || function.hasEvents();
            if (!called
                    && environment.routes().stream()
                            .noneMatch(route -> route.target().calls(function.id()))) {
                report.note(
                        KeyPath.of("functions", function.id()),
                        environment.kind() == ApiKind.NONE
                                ? "no trigger of the user pool calls function `" + function.id() + "`"
                                : "no route calls function `" + function.id() + "`",
                        environment.kind() == ApiKind.NONE
                                ? "remove it, or name it as a trigger"
                                : "remove it, or add a route");
            }
        }
    }
}
