package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;
import java.nio.charset.StandardCharsets;

/** Lambda takes 4 KB of environment variables, measured as the JSON object it keeps them in. */
final class EnvironmentTooLarge {

    static final CheckRule RULE = CheckRule.ofFile(
            "environment-too-large",
            Severity.ERROR,
            "more environment variables than Lambda takes",
            EnvironmentTooLarge::judge);

    private EnvironmentTooLarge() {}

    private static final int LARGEST = 4 * 1024;

    private static void judge(Environment environment, Report report) {
        for (LambdaFunction.Packaged function : environment.packagedFunctions()) {
            int size = function.environment().entrySet().stream()
                    .mapToInt(variable -> ":,".length() + quoted(variable.getKey()) + quoted(variable.getValue()))
                    .reduce("}".length(), Integer::sum);
            if (size > LARGEST) {
                report.error(
                        KeyPath.of("functions", function.id(), "environment"),
                        "the environment of function `" + function.id() + "` has " + size + " bytes; Lambda takes "
                                + LARGEST,
                        "keep long values in the source, or in SSM and name their parameter");
            }
        }
    }

    private static int quoted(String text) {
        String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
        return escaped.getBytes(StandardCharsets.UTF_8).length + 2;
    }
}
