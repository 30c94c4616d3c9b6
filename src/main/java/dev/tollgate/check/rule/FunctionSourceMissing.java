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
        KeyPath place = function.code() instanceof FunctionCode.Built
                ? KeyPath.of("functions", function.id(), "source")
                : PackagedCode.place(function);
        String path = function.code().path();
        Optional<PackagedCode> packaged = PackagedCode.of(function, report.files());
        if (ProjectPath.leaves(path)) {
            report.error(
                    place,
                    "`" + path + "` is outside the project",
                    function.code().match(new Inside(function.id())));
        } else if (packaged.isEmpty() && isToBeBuilt(function, report)) {
            // What its handler is in, nobody knows before.
        } else if (packaged.isEmpty()) {
            boolean isFile = report.files().isFile(path);
            report.error(
                    place,
                    function.code().match(new Absent(isFile)),
                    function.code().match(new Creation()));
        } else if (!packaged.get().isUnpackable()) {
            // What cannot be packed, `unpackable-file` reports.
            Handler.of(function).ifPresent(handler -> handler(packaged.get(), handler, report));
        }
    }

    private static boolean isToBeBuilt(LambdaFunction.Packaged function, Report report) {
        return function.code() instanceof FunctionCode.Built code
                && report.files().isDirectory(code.path());
    }

    private static void handler(PackagedCode code, Handler handler, Report report) {
        LambdaFunction.Packaged function = code.function();
        KeyPath path = KeyPath.of("functions", function.id(), "handler");
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
        } else if (handler.filesOfOtherRuntime().stream().noneMatch(code.contents()::holds)) {
            report.error(
                    path,
                    "handler `" + function.handler() + "` is in none of " + code.named(handler.files()),
                    "create the file, or write the handler as `file.function`, `file` without its extension");
        }
    }

    /** Where the code of a function could be, inside the project. */
    private record Inside(String id) implements FunctionCode.Cases<String> {

        @Override
        public String source(FunctionCode.Source code) {
            return "write a folder below the one that Tollgate runs in, such as `lambdas/" + id + "`";
        }

        @Override
        public String ready(FunctionCode.Ready code) {
            return "write a path below the folder that Tollgate runs in, such as `dist/" + id + ".zip`";
        }

        @Override
        public String built(FunctionCode.Built code) {
            return "write a folder below the one that Tollgate runs in, such as `lambdas/" + id + "`";
        }
    }

    /** What is not there. */
    private record Absent(boolean isFile) implements FunctionCode.Cases<String> {

        @Override
        public String source(FunctionCode.Source code) {
            return "there is no folder `" + code.path() + "`" + (isFile ? ", only a file of that name" : "");
        }

        @Override
        public String ready(FunctionCode.Ready code) {
            return "there is no package `" + code.path() + "`";
        }

        @Override
        public String built(FunctionCode.Built code) {
            return "there is no folder `" + code.path() + "`" + (isFile ? ", only a file of that name" : "");
        }
    }

    /** How it comes to be there. */
    private static final class Creation implements FunctionCode.Cases<String> {

        @Override
        public String source(FunctionCode.Source code) {
            return "create it, or write its path from where you run Tollgate";
        }

        @Override
        public String ready(FunctionCode.Ready code) {
            return "build it before synth, or write its path from where you run Tollgate";
        }

        @Override
        public String built(FunctionCode.Built code) {
            return "create it, or write its path from where you run Tollgate";
        }
    }
}
