package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.FunctionCode;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.Layer;
import dev.tollgate.model.Packed;
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
                    "a function or layer whose source or package does not exist",
                    FunctionSourceMissing::judge)
            .neverAccepted();

    private FunctionSourceMissing() {}

    private static void judge(Environment environment, Report report) {
        for (Packed packed : environment.packed()) {
            if (!packed.code().path().isBlank()) {
                code(packed, report);
            }
        }
        for (LambdaFunction.Packaged function : environment.packagedFunctions()) {
            // What cannot be packed, `unpackable-file` reports.
            PackagedCode.of(function, report.files())
                    .filter(code -> !code.isUnpackable())
                    .ifPresent(code -> Handler.of(function, code.contents())
                            .ifPresentOrElse(
                                    handler -> handler(
                                            function,
                                            code,
                                            handler,
                                            isInLayer(handler, function, environment, report),
                                            report),
                                    () -> files(code, report)));
        }
    }

    /** Whether a layer has, or may have, what {@code handler} names: Lambda looks there after the package. */
    private static boolean isInLayer(
            Handler handler, LambdaFunction.Packaged function, Environment environment, Report report) {
        List<String> folders =
                handler.isProgram() ? List.of("") : handler.family().foldersInLayers(function.runtime());
        return function.hasLayersOfOthers()
                || PackagedCode.ofLayers(function, environment, report.files()).stream()
                        .anyMatch(layer -> handler.files().stream().anyMatch(file -> folders.stream()
                                .anyMatch(folder -> layer.contents().holds(folder + file))));
    }

    private static void code(Packed packed, Report report) {
        FunctionCode code = packed.code();
        boolean isReady = code instanceof FunctionCode.Ready;
        KeyPath place = KeyPath.of(packed.section(), packed.id(), isReady ? "package" : "source");
        if (ProjectPath.leaves(code.path())) {
            report.error(
                    place,
                    "`" + code.path() + "` is outside the project",
                    isReady
                            ? "write a path below the folder that Tollgate runs in, such as `dist/" + packed.id()
                                    + ".zip`"
                            : "write a folder below the one that Tollgate runs in, such as `"
                                    + (packed instanceof Layer ? "layers/" : "lambdas/") + packed.id() + "`");
        } else if (PackagedCode.of(packed, report.files()).isPresent()) {
            if (packed instanceof Layer) {
                PackagedCode.of(packed, report.files()).ifPresent(found -> files(found, report));
            }
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

    private static void handler(
            LambdaFunction.Packaged function, PackagedCode code, Handler handler, boolean isInLayer, Report report) {
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
        } else if (!isInLayer && handler.filesOfOthers().stream().noneMatch(code.contents()::holds)) {
            report.error(
                    path,
                    handler.isProgram()
                            ? "`" + function.runtime() + "` starts " + code.named(handler.files())
                                    + ", which is not there"
                            : "handler `" + function.handler() + "` is in none of " + code.named(handler.files()),
                    handler.remedy());
        } else {
            files(code, report);
        }
    }

    /** A package of nothing, which Lambda refuses. */
    private static void files(PackagedCode code, Report report) {
        if (!code.isUnpackable() && code.contents().entries().isEmpty()) {
            report.error(
                    code.place(),
                    code.title() + " has no files to pack, and Lambda takes no empty package",
                    "put into it what " + code.packed().title() + " is to have"
                            + (code.isPackedHere() ? "; a `.tollgateignore` may leave out all that it has" : ""));
        }
    }
}
