package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.FunctionCode;
import dev.tollgate.model.LambdaFunction;
import java.util.List;
import java.util.Optional;

/**
 * A source folder, package, handler file or handler function that is not there. A file of the other language is a
 * finding of {@link HandlerRuntimeMismatch}.
 */
final class FunctionSourceMissing {

    static final CheckRule RULE = CheckRule.ofFile(
                    "function-source-missing",
                    Severity.ERROR,
                    "a function whose source or package does not exist",
                    FunctionSourceMissing::judge)
            .neverAccepted();

    private FunctionSourceMissing() {}

    private static void judge(Environment environment, Report report) {
        for (LambdaFunction.Packaged function : environment.packagedFunctions()) {
            if (!function.code().path().isBlank()) {
                code(function, report);
            }
        }
    }

    private static void code(LambdaFunction.Packaged function, Report report) {
        FunctionCode code = function.code();
        boolean isReady = code instanceof FunctionCode.Ready;
        KeyPath place = KeyPath.of("functions", function.id(), isReady ? "package" : "source");
        Optional<PackagedCode> packaged = PackagedCode.of(function, report.files());
        if (ProjectPath.leaves(code.path())) {
            report.error(
                    place,
                    "`" + code.path() + "` is outside the project",
                    isReady
                            ? "write a path below the folder that Tollgate runs in, such as `dist/" + function.id()
                                    + ".zip`"
                            : "write a folder below the one that Tollgate runs in, such as `lambdas/" + function.id()
                                    + "`");
        } else if (packaged.isPresent()) {
            // What cannot be packed, `unpackable-file` reports.
            packaged.filter(one -> !one.isUnpackable()).ifPresent(one -> Handler.of(function, one.contents())
                    .ifPresent(handler -> handler(one, handler, report)));
        } else if (isReady) {
            report.error(
                    place,
                    "there is no package `" + code.path() + "`",
                    "build it before synth, or write its path from where you run Tollgate");
        } else if (!(code instanceof FunctionCode.Built) || !report.files().isDirectory(code.path())) {
            // What a build makes, nobody knows before.
            report.error(
                    place,
                    "there is no folder `" + code.path() + "`"
                            + (report.files().isFile(code.path()) ? ", only a file of that name" : ""),
                    "create it, or write its path from where you run Tollgate");
        }
    }

    private static void handler(PackagedCode code, Handler handler, Report report) {
        LambdaFunction.Packaged function = code.function();
        KeyPath path = handler.isProgram() ? code.place() : KeyPath.of("functions", function.id(), "handler");
        Optional<String> file =
                handler.files().stream().filter(code.contents()::holds).findFirst();
        if (file.isPresent()) {
            if (!handler.isNamedIn(code.text(file.get()))) {
                report.error(
                        path,
                        code.named(List.of(file.get())) + " has no `" + handler.function() + "`, which handler `"
                                + function.handler() + "` names",
                        "name a function of that file, or add it");
            }
            return;
        }
        Optional<String> leftOut =
                handler.files().stream().filter(code::isLeftOut).findFirst();
        if (leftOut.isPresent()) {
            report.error(
                    path,
                    "`" + code.path(leftOut.get()) + "` is left out of the package by a `.tollgateignore`",
                    "add `!" + leftOut.get() + "`, or name another handler");
        } else if (handler.filesOfOthers().stream().noneMatch(code.contents()::holds)) {
            report.error(
                    path,
                    handler.isProgram()
                            ? "`" + function.runtime() + "` starts " + code.named(handler.files())
                                    + ", which is not there"
                            : "handler `" + function.handler() + "` is in none of " + code.named(handler.files()),
                    handler.remedy());
        }
    }
}
