package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;
import java.util.Optional;

/** A handler that the function's runtime cannot call: in a file of another language, or without a function. */
final class HandlerRuntimeMismatch {

    static final CheckRule RULE = CheckRule.ofFile(
            "handler-runtime-mismatch", Severity.ERROR, "a handler of another runtime", HandlerRuntimeMismatch::judge);

    private HandlerRuntimeMismatch() {}

    private static void judge(Environment environment, Report report) {
        for (LambdaFunction.Packaged function : environment.packagedFunctions()) {
            if (function.handler().isBlank() || function.runtime().isBlank()) {
                continue;
            }
            Optional<Handler> handler = Handler.of(function);
            if (handler.isEmpty()) {
                report.error(
                        KeyPath.of("functions", function.id(), "handler"),
                        "handler `" + function.handler() + "` names no function; `" + function.runtime()
                                + "` calls `file.function`",
                        "write `" + function.handler() + ".handler`, or whatever the function is called");
            } else if (!ProjectPath.leaves(function.source())) {
                language(function, handler.get(), report);
            }
        }
    }

    private static void language(LambdaFunction.Packaged function, Handler handler, Report report) {
        Optional<String> other = handler.filesOfOtherRuntime().stream()
                .filter(report.files()::isFile)
                .findFirst();
        if (other.isPresent() && handler.files().stream().noneMatch(report.files()::isFile)) {
            report.error(
                    KeyPath.of("functions", function.id(), "runtime"),
                    "handler `" + function.handler() + "` is in `" + other.get() + "`, which `" + function.runtime()
                            + "` does not run",
                    "choose a runtime for it, such as `" + (function.isNode() ? "python3.13" : "nodejs22.x") + "`");
        }
    }
}
