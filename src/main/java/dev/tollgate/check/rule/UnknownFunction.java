package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.Route;
import java.util.List;

/** A route, or a trigger of the user pool, that calls what is not there. */
final class UnknownFunction {

    static final CheckRule RULE = CheckRule.ofFile(
                    "unknown-function",
                    Severity.ERROR,
                    "a route or the user pool calls a function that the file does not have",
                    UnknownFunction::judge)
            .needing("functions")
            .neverAccepted();

    private UnknownFunction() {}

    private static void judge(Environment environment, Report report) {
        List<String> known =
                environment.functions().stream().map(LambdaFunction::id).toList();
        for (Route route : environment.routes()) {
            route.target()
                    .function()
                    .filter(id -> !known.contains(id))
                    .ifPresent(id -> report.error(
                            KeyPath.of("routes", route.key(), "function"),
                            "route `" + route.key() + "` calls `" + id + "`, which is not in `functions`",
                            Wording.meant(id, known, "functions")));
        }
        environment.triggers().forEach((trigger, id) -> {
            if (!known.contains(id)) {
                report.error(
                        KeyPath.of("user_pool", "triggers", trigger),
                        "the user pool calls `" + id + "` as `" + trigger + "`, which is not in `functions`",
                        Wording.meant(id, known, "functions"));
            }
        });
    }
}
