package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.FunctionCode;
import dev.tollgate.model.LambdaFunction;
import java.util.List;

/** A function's package that says what it needs and does not have it: this machine may, Lambda does not. */
final class DependencyNotPacked {

    static final CheckRule RULE = CheckRule.ofFile(
            "dependency-not-packed",
            Severity.ERROR,
            "a function without what its requirements.txt or package.json names",
            DependencyNotPacked::judge);

    private DependencyNotPacked() {}

    private static void judge(Environment environment, Report report) {
        for (LambdaFunction.Packaged function : environment.packagedFunctions()) {
            PackagedCode.of(function, report.files())
                    .ifPresent(code -> judge(
                            code,
                            Dependencies.of(
                                    function, code, PackagedCode.ofLayers(function, environment, report.files())),
                            report));
        }
    }

    private static void judge(PackagedCode code, Dependencies dependencies, Report report) {
        List<String> missing = dependencies.missing();
        if (!missing.isEmpty()) {
            report.error(
                    code.place(),
                    code.named(List.of(dependencies.manifest())) + " names " + Wording.listed(missing)
                            + (missing.size() == 1 ? ", which is" : ", which are")
                            + " not in the " + (code.isZip() ? "package" : "folder")
                            + ": the function does not start on AWS",
                    installation(code.packed().code(), dependencies.command()));
        }
    }

    /** How what is missing comes into the package. */
    private static String installation(FunctionCode code, String command) {
        return code instanceof FunctionCode.Source
                ? "run `" + command + "` before synth, or write a `build` that installs it"
                : code instanceof FunctionCode.Built
                        ? "install it into what `build` makes"
                        : "install it before you make `" + code.path() + "`";
    }
}
