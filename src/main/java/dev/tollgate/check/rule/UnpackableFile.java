package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.packaging.Unpackable;

/** A file in a function's folder that cannot go into its package: most often a link that leaves the project. */
final class UnpackableFile {

    static final CheckRule RULE = CheckRule.ofFile(
                    "unpackable-file",
                    Severity.ERROR,
                    "a file of a function that cannot be packaged",
                    UnpackableFile::judge)
            .neverAccepted();

    private UnpackableFile() {}

    private static void judge(Environment environment, Report report) {
        for (LambdaFunction.Packaged function : PackagedFolders.of(environment, report.files())) {
            for (Unpackable refused :
                    report.files().packageOf(function.source()).refused()) {
                report.error(
                        PackagedFolders.source(function),
                        "`" + refused.path() + "` " + refused.why(),
                        "put what the function needs into the project, or leave `" + refused.path()
                                + "` out in a `.tollgateignore`");
            }
        }
    }
}
