package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;

/** API Gateway waits 29 seconds on REST and 30 on HTTP; what the function does after that, the caller never learns. */
final class TimeoutExceedsGateway {

    static final CheckRule RULE = CheckRule.ofFile(
            "timeout-exceeds-gateway",
            Severity.WARNING,
            "a function that may run on after API Gateway has given up",
            TimeoutExceedsGateway::judge);

    private TimeoutExceedsGateway() {}

    private static final String GUIDE = "https://docs.aws.amazon.com/apigateway/latest/developerguide/";

    private static void judge(Environment environment, Report report) {
        int longest = environment.kind() == ApiKind.REST ? 29 : 30;
        for (LambdaFunction.Packaged function : environment.packagedFunctions()) {
            boolean called = environment.routes().stream()
                    .anyMatch(route -> route.target().calls(function.id()));
            if (called && function.timeoutSeconds() > longest) {
                report.warning(
                        KeyPath.of("functions", function.id(), "timeout"),
                        "function `" + function.id() + "` may run " + function.timeoutSeconds()
                                + " seconds; API Gateway answers for it after " + longest,
                        "set `timeout` to " + longest + " or less; see " + GUIDE
                                + (environment.kind() == ApiKind.REST
                                        ? "api-gateway-execution-service-limits-table.html"
                                        : "http-api-quotas.html"));
            }
        }
    }
}
