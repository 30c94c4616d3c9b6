package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.packaging.Unpackable;

/** A file of a function or layer that cannot go into its package: most often a link that leaves the project. */
final class UnpackableFile {

    static final CheckRule RULE = CheckRule.ofFile(
                    "unpackable-file",
                    Severity.ERROR,
                    "a file of a function or layer that cannot be packaged",
                    UnpackableFile::judge)
            .neverAccepted();

    private UnpackableFile() {}

    private static void judge(Environment environment, Report report) {
        for (PackagedCode code : PackagedCode.of(environment, report.files())) {
            for (Unpackable refused : code.contents().refused()) {
                report.error(
                        code.place(),
                        "`" + refused.path() + "` " + refused.why(),
                        code.isZip()
                                ? "make it again"
                                : "put what is needed into the project, or leave `" + refused.path()
                                        + "` out in a `.tollgateignore`");
            }
        }
    }
}
