package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.Layer;
import dev.tollgate.model.Renaming;
import java.util.List;

/** A renaming of which one end is wrong: what was made for the former key would be deleted, or stay where it is. */
final class MovedKeyMissing {

    static final CheckRule RULE = CheckRule.ofFile(
                    "moved-key-missing",
                    Severity.ERROR,
                    "`moved` names a new key that the file does not have, or a former one that it still has",
                    MovedKeyMissing::judge)
            .neverAccepted();

    private MovedKeyMissing() {}

    private static void judge(Environment environment, Report report) {
        for (Renaming renaming : environment.moved()) {
            KeyPath path = KeyPath.of("moved", renaming.former());
            List<String> keys = keys(environment, renaming.section());
            if (!renaming.section().equals(renaming.toSection())) {
                report.error(
                        path,
                        "`" + renaming.former() + "` cannot become `" + renaming.present()
                                + "`: they are two kinds of things",
                        "name a key of `" + renaming.section() + "`");
            } else if (!keys.contains(renaming.to())) {
                report.error(
                        path,
                        "`" + renaming.former() + "` was renamed to `" + renaming.present()
                                + "`, which the file does not have: what was made for it would be deleted",
                        Wording.meant(renaming.to(), keys, renaming.section()));
            } else if (keys.contains(renaming.from())) {
                report.error(
                        path,
                        "`" + renaming.former() + "` was renamed to `" + renaming.present()
                                + "`, but the file still has it",
                        "remove this line, or `" + renaming.former() + "`");
            }
        }
    }

    private static List<String> keys(Environment environment, String section) {
        return switch (section) {
            case "functions" ->
                environment.functions().stream().map(LambdaFunction::id).toList();
            case "layers" -> environment.layers().stream().map(Layer::id).toList();
            default -> environment.clients().stream().map(AppClient::id).toList();
        };
    }
}
