package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.Route;
import java.util.stream.Collectors;

/**
 * A function's resource policy holds one statement a route and at most 20 KB, which AWS does not raise: some sixty
 * routes a function.
 */
final class InvokePolicyTooLarge {

    static final CheckRule RULE = CheckRule.ofFile(
            "invoke-policy-too-large",
            Severity.ERROR,
            "more routes call a function than its resource policy can name",
            InvokePolicyTooLarge::judge);

    private InvokePolicyTooLarge() {}

    private static final int LARGEST = 20 * 1024;
    private static final String SOURCE = "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html";
    private static final String ENVELOPE = "{\"Version\":\"2012-10-17\",\"Id\":\"default\",\"Statement\":[]}";

    private static void judge(Environment environment, Report report) {
        for (LambdaFunction function : environment.functions()) {
            int size = ENVELOPE.length();
            int routes = 0;
            int fitting = 0;
            for (Route route : environment.routes()) {
                if (route.target().calls(function.id())) {
                    size += statement(environment, function, route).length() + 1;
                    routes++;
                    fitting += size <= LARGEST ? 1 : 0;
                }
            }
            if (size > LARGEST) {
                report.error(
                        KeyPath.of("functions", function.id()),
                        routes + " routes call function `" + function.id()
                                + "`; its resource policy of 20 KB names about " + fitting,
                        "spread the routes over several functions of the same source, or gather them under a greedy"
                                + " parameter, `{proxy+}`; see " + SOURCE);
            }
        }
    }

    /** The statement as Lambda keeps it; account and API ids have a fixed length. */
    private static String statement(Environment environment, LambdaFunction function, Route route) {
        String api = environment.region() + ":123456789012:";
        String method = route.key().method().equals("ANY") ? "*" : route.key().method();
        String path = route.key().isDefault()
                ? "/$default"
                : route.key().segments().stream()
                        .map(segment -> segment.startsWith("{") ? "*" : segment)
                        .collect(Collectors.joining("/", "/", ""));
        return "{\"Sid\":\"AllowExecutionFromAPIGateway_" + route.key().id()
                + "\",\"Effect\":\"Allow\",\"Principal\":{\"Service\":"
                + "\"apigateway.amazonaws.com\"},\"Action\":\"lambda:InvokeFunction\",\"Resource\":\"arn:aws:lambda:"
                + api
                + "function:" + environment.nameOf(function) + "\",\"Condition\":{\"ArnLike\":{\"AWS:SourceArn\":"
                + "\"arn:aws:execute-api:" + api + "a1b2c3d4e5/" + environment.stage() + "/" + method + path + "\"}}}";
    }
}
