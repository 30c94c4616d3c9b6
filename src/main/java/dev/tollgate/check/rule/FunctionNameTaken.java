package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.Layer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Each function has a role of its own name, and IAM does not tell names apart by case. */
final class FunctionNameTaken {

    static final CheckRule RULE = CheckRule.ofFile(
                    "function-name-taken",
                    Severity.ERROR,
                    "two functions, or two layers, get the same name",
                    FunctionNameTaken::judge)
            .neverAccepted();

    private FunctionNameTaken() {}

    private static void judge(Environment environment, Report report) {
        layers(environment, report);
        Map<String, LambdaFunction> taken = new HashMap<>();
        for (LambdaFunction function : environment.functions()) {
            LambdaFunction first =
                    taken.putIfAbsent(environment.nameOf(function).toLowerCase(Locale.ROOT), function);
            if (first != null && (isMade(first) || isMade(function))) {
                report.error(
                        KeyPath.of("functions", function.id()),
                        "the functions `" + first.id() + "` and `" + function.id() + "` would both be called `"
                                + environment.nameOf(function) + "`"
                                + (environment.nameOf(first).equals(environment.nameOf(function))
                                        ? ""
                                        : ", as IAM takes the names of their roles"),
                        "give one of the two another `name`");
            }
        }
    }

    /**
     * Two layers of one name would be versions of one, of which a function takes one; and their packages go by their
     * names, which are files.
     */
    private static void layers(Environment environment, Report report) {
        Map<String, Layer> taken = new HashMap<>();
        for (Layer layer : environment.layers()) {
            Layer first = taken.putIfAbsent(layer.name().toLowerCase(Locale.ROOT), layer);
            if (first != null) {
                report.error(
                        KeyPath.of("layers", layer.id()),
                        "the layers `" + first.id() + "` and `" + layer.id() + "` would both be called `" + layer.name()
                                + "`" + (first.name().equals(layer.name()) ? "" : ", but for the case"),
                        "give one of the two another `name`");
            }
        }
    }

    private static boolean isMade(LambdaFunction function) {
        return function instanceof LambdaFunction.Packaged;
    }
}
