package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.Layer;
import java.util.List;

/** A function that names a layer which is not there. */
final class UnknownLayer {

    static final CheckRule RULE = CheckRule.ofFile(
                    "unknown-layer",
                    Severity.ERROR,
                    "a function names a layer that the file does not have",
                    UnknownLayer::judge)
            .needing("layers")
            .neverAccepted();

    private UnknownLayer() {}

    private static void judge(Environment environment, Report report) {
        List<String> known = environment.layers().stream().map(Layer::id).toList();
        for (LambdaFunction.Packaged function : environment.packagedFunctions()) {
            for (int i = 0; i < function.layers().size(); i++) {
                String named = function.layers().get(i);
                if (!Layer.isArn(named) && !known.contains(named)) {
                    report.error(
                            KeyPath.of("functions", function.id(), "layers", i),
                            "function `" + function.id() + "` has the layer `" + named + "`, which is not in `layers`",
                            Wording.meant(named, known, "layers"));
                }
            }
        }
    }
}
