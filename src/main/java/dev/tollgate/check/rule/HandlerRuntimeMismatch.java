package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.Runtimes;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A handler that the function's runtime cannot call: in a file of another language, or without a function. */
final class HandlerRuntimeMismatch {

    private static final CheckRule NAMED = SeenFunction.rule(
            "handler-runtime-mismatch",
            Severity.ERROR,
            "a handler that its runtime cannot call",
            HandlerRuntimeMismatch::judgeName);

    static final CheckRule RULE = NAMED.andOfFile((environment, report) -> {
        NAMED.file().orElseThrow().judge(environment, report);
        judgeLanguage(environment, report);
    });

    /** Runtimes that call a function of a file; the others have handlers of their own kinds. */
    private static final Pattern CALLS_FUNCTION = Pattern.compile("(nodejs|python|ruby).*");

    private HandlerRuntimeMismatch() {}

    private static void judgeName(SeenFunction function) {
        String handler = function.handler().text().orElse("");
        String runtime = function.runtime().text().orElse("");
        boolean known = function.thing().knows(SeenFunction.HANDLER, function.handler())
                && function.thing().knows(SeenFunction.RUNTIME, function.runtime());
        if (known
                && !handler.isBlank()
                && CALLS_FUNCTION.matcher(runtime).matches()
                && (!Handler.isWhole(handler) || (handler.contains("::") && !runtime.startsWith("ruby")))) {
            function.thing()
                    .error(
                            SeenFunction.HANDLER,
                            "handler `" + handler + "` of " + function.thing().name() + " names no function; `"
                                    + runtime + "` calls `file.function`",
                            "write `" + handler + ".handler`, or whatever the function is called");
        }
    }

    private static void judgeLanguage(Environment environment, Report report) {
        for (LambdaFunction.Packaged function : environment.packagedFunctions()) {
            PackagedCode.of(function, report.files())
                    .ifPresent(code -> Handler.of(function, code.contents()).ifPresent(handler -> {
                        judgeLanguage(function, code, handler, report);
                        judgeRights(function, code, handler, report);
                    }));
        }
    }

    private static void judgeLanguage(
            LambdaFunction.Packaged function, PackagedCode code, Handler handler, Report report) {
        Predicate<String> isThere = code.contents()::holds;
        Optional<String> other =
                handler.filesOfOthers().stream().filter(isThere).findFirst();
        if (other.isPresent() && handler.files().stream().noneMatch(isThere.or(code::isLeftOut))) {
            report.error(
                    KeyPath.of("functions", function.id(), "runtime"),
                    "handler `" + function.handler() + "` is in " + code.named(List.of(other.get())) + ", which `"
                            + function.runtime() + "` does not run",
                    "choose a runtime for it, such as `"
                            + Runtimes.supported(Handler.language(other.get())).orElseThrow() + "`");
        }
    }

    private static void judgeRights(
            LambdaFunction.Packaged function, PackagedCode code, Handler handler, Report report) {
        for (String file : handler.files()) {
            if (handler.isProgram() && code.contents().holds(file) && !code.mayExecute(file)) {
                report.error(
                        code.place(),
                        code.named(List.of(file)) + " is not executable: `" + function.runtime() + "` cannot start it",
                        "run `chmod +x` on it" + (code.isZip() ? " before it is packed" : ""));
            }
        }
    }
}
