package dev.tollgate.check.rule;

import dev.tollgate.model.LambdaFunction;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A handler taken apart.
 *
 * @param files where the function's runtime looks for it in the package, in its order
 * @param filesOfOtherRuntime where a runtime of the other language would
 */
record Handler(String function, List<String> files, List<String> filesOfOtherRuntime) {

    private static final List<String> NODE = List.of(".js", ".mjs", ".cjs");

    /** The handler of {@code function}; empty when it names no function in a file. */
    static Optional<Handler> of(LambdaFunction.Packaged function) {
        String handler = function.handler();
        if (!isWhole(handler)) {
            return Optional.empty();
        }
        int dot = handler.lastIndexOf('.');
        String module = handler.substring(0, dot).replaceFirst("^(\\./)+", "");
        List<String> node = NODE.stream().map(ending -> module + ending).toList();
        List<String> python = python(module);
        return Optional.of(
                function.isNode()
                        ? new Handler(handler.substring(dot + 1), node, python)
                        : new Handler(handler.substring(dot + 1), python, node));
    }

    /** Whether {@code handler} names a function in a file. */
    static boolean isWhole(String handler) {
        int dot = handler.lastIndexOf('.');
        return dot > 0 && dot < handler.length() - 1;
    }

    /** Python reads the dots before the last as folders. */
    private static List<String> python(String module) {
        String path = module.replace('.', '/');
        return Stream.of(".py", "/__init__.py").map(ending -> path + ending).toList();
    }

    /** Whether {@code text} has the function's name as a word; how it comes to be a function, nobody can tell. */
    boolean isNamedIn(String text) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(function) + "(?![\\w$])")
                .matcher(text)
                .find();
    }
}
