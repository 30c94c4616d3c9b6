package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.finding.Severity;
import dev.tollgate.terraform.Value;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Lambda takes 4 KB of environment variables, measured as the JSON object it keeps them in. */
final class EnvironmentTooLarge {

    static final CheckRule RULE = SeenFunction.rule(
            "environment-too-large",
            Severity.ERROR,
            "more environment variables than Lambda takes",
            EnvironmentTooLarge::judge);

    private EnvironmentTooLarge() {}

    private static final int LARGEST = 4 * 1024;

    /** Those that are not known count as empty: they only add to it. */
    private static void judge(SeenFunction function) {
        int size = "}".length();
        for (Map.Entry<String, Value> variable : function.byName().entrySet()) {
            size += ":,".length()
                    + quoted(variable.getKey())
                    + quoted(variable.getValue().text().orElse(""));
        }
        if (size > LARGEST) {
            function.thing()
                    .error(
                            SeenFunction.VARIABLES,
                            "the environment of " + function.thing().name() + " has " + size + " bytes; Lambda takes "
                                    + LARGEST,
                            "keep long values in the source, or in SSM and name their parameter");
        }
    }

    private static int quoted(String text) {
        String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
        return escaped.getBytes(StandardCharsets.UTF_8).length + 2;
    }
}
