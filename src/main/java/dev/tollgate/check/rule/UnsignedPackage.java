package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.FunctionCode;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.Layer;

/** A package that is zipped here, of a function or its layer, where Lambda takes signed ones only. */
final class UnsignedPackage {

    static final CheckRule RULE = CheckRule.ofFile(
                    "unsigned-package",
                    Severity.ERROR,
                    "a function with `code_signing` whose package nobody can have signed",
                    UnsignedPackage::judge)
            .neverAccepted();

    private static final String REMEDY = "have AWS Signer sign the zip, and name what it makes as `package`";

    private UnsignedPackage() {}

    private static void judge(Environment environment, Report report) {
        for (LambdaFunction.Packaged function : environment.packagedFunctions()) {
            if (function.codeSigning().isEmpty() || function.isImage()) {
                continue;
            }
            FunctionCode code = function.code();
            if (isPackedHere(code, report)) {
                report.error(
                        KeyPath.of("functions", function.id(), "code_signing"),
                        "`code_signing` of function `" + function.id() + "` is beside "
                                + (code instanceof FunctionCode.Ready
                                        ? "`package`, which names the folder `" + code.path() + "`"
                                        : "`source`")
                                + ": nobody has signed what is packed here",
                        REMEDY);
            }
            for (Layer layer : environment.layersOf(function)) {
                if (isPackedHere(layer.code(), report)) {
                    report.error(
                            KeyPath.of(
                                    "functions",
                                    function.id(),
                                    "layers",
                                    function.layers().indexOf(layer.id())),
                            "function `" + function.id() + "` has `code_signing` and the layer `" + layer.id()
                                    + "`: nobody has signed what is packed here",
                            REMEDY);
                }
            }
        }
    }

    private static boolean isPackedHere(FunctionCode code, Report report) {
        return !code.path().isBlank() && (!(code instanceof FunctionCode.Ready) || isFolder(code, report));
    }

    private static boolean isFolder(FunctionCode code, Report report) {
        return !ProjectPath.leaves(code.path()) && report.files().isDirectory(code.path());
    }
}
