package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A source folder, handler file or handler function that is not there. A file of the other language is a finding of
 * {@link HandlerRuntimeMismatch}.
 */
final class FunctionSourceMissing {

    static final CheckRule RULE = CheckRule.ofFile(
                    "function-source-missing",
                    Severity.ERROR,
                    "a function whose source does not exist",
                    FunctionSourceMissing::judge)
            .neverAccepted();

    private FunctionSourceMissing() {}

    private static void judge(Environment environment, Report report) {
        for (LambdaFunction.Packaged function : environment.packagedFunctions()) {
            if (!function.source().isBlank()) {
                source(function, report);
            }
        }
    }

    private static void source(LambdaFunction.Packaged function, Report report) {
        KeyPath path = KeyPath.of("functions", function.id(), "source");
        if (ProjectPath.leaves(function.source())) {
            report.error(
                    path,
                    "`" + function.source() + "` is outside the project",
                    "write a folder below the one that Tollgate runs in, such as `lambdas/" + function.id() + "`");
        } else if (PackagedFolders.isUnpackable(function, report.files())) {
            // What is wrong with it, `unpackable-file` says.
        } else if (!report.files().isDirectory(function.source())) {
            report.error(
                    path,
                    "there is no folder `" + function.source() + "`"
                            + (report.files().isFile(function.source()) ? ", only a file of that name" : ""),
                    "create it, or write its path from where you run Tollgate");
        } else {
            Handler.of(function).ifPresent(handler -> handler(function, handler, report));
        }
    }

    private static void handler(LambdaFunction.Packaged function, Handler handler, Report report) {
        KeyPath path = KeyPath.of("functions", function.id(), "handler");
        Optional<String> file =
                handler.files().stream().filter(report.files()::isFile).findFirst();
        if (file.isEmpty()) {
            if (handler.filesOfOtherRuntime().stream().noneMatch(report.files()::isFile)) {
                report.error(
                        path,
                        "handler `" + function.handler() + "` is in none of " + Wording.listed(handler.files()),
                        "create the file, or write the handler as `file.function`, `file` without its extension");
            }
            return;
        }
        if (!report.files().packageOf(function.source()).holds(Handler.inPackage(function, file.get()))) {
            report.error(
                    path,
                    "`" + file.get() + "` is left out of the package by a `.tollgateignore`",
                    "add `!" + Handler.inPackage(function, file.get()) + "`, or name another handler");
            return;
        }
        String text = new String(report.files().read(file.get()), StandardCharsets.UTF_8);
        if (!handler.isNamedIn(text)) {
            report.error(
                    path,
                    "`" + file.get() + "` has no `" + handler.function() + "`, which handler `" + function.handler()
                            + "` names",
                    "name a function of that file, or add it");
        }
    }
}
