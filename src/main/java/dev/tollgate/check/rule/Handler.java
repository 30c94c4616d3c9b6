package dev.tollgate.check.rule;

import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.RuntimeFamily;
import dev.tollgate.packaging.PackageContents;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A handler taken apart.
 *
 * @param function what is called there; empty where what a file says does not tell
 * @param files where the function's runtime looks for it in the package, in its order
 * @param filesOfOthers where runtimes of other languages would
 */
record Handler(RuntimeFamily family, String function, List<String> files, List<String> filesOfOthers) {

    /** Those whose handlers are functions of a file. */
    private static final List<RuntimeFamily> OF_FILES =
            List.of(RuntimeFamily.PYTHON, RuntimeFamily.NODE, RuntimeFamily.RUBY);

    private static final List<String> NODE = List.of(".js", ".mjs", ".cjs");

    /** The handler of {@code function}; empty where its package does not tell whether it is there. */
    static Optional<Handler> of(LambdaFunction.Packaged function, PackageContents contents) {
        Optional<RuntimeFamily> family = function.family();
        String handler = function.handler();
        if (family.isEmpty() || (OF_FILES.contains(family.get()) && !isWhole(handler))) {
            return Optional.empty();
        }
        List<String> files = files(family.get(), handler);
        if (family.get() == RuntimeFamily.JAVA
                && contents.entries().keySet().stream().anyMatch(Handler::isJar)) {
            return Optional.empty();
        }
        List<String> others = !isWhole(handler)
                ? List.of()
                : OF_FILES.stream()
                        .filter(other -> other != family.get())
                        .flatMap(other -> files(other, handler).stream())
                        .toList();
        String called = OF_FILES.contains(family.get()) ? handler.substring(handler.lastIndexOf('.') + 1) : "";
        return Optional.of(new Handler(family.get(), called, files, others));
    }

    private static List<String> files(RuntimeFamily family, String handler) {
        int dot = handler.lastIndexOf('.');
        String module = handler.substring(0, Math.max(dot, 0)).replaceFirst("^(\\./)+", "");
        String owner = handler.replaceFirst("::.*", "");
        return switch (family) {
            case NODE -> NODE.stream().map(ending -> module + ending).toList();
            // It reads the dots before the last as folders.
            case PYTHON ->
                Stream.of(".py", "/__init__.py")
                        .map(ending -> module.replace('.', '/') + ending)
                        .toList();
            // `app.Shop::Orders.handle` is in the file before the first dot.
            case RUBY -> List.of(module.replaceFirst("\\..*", "") + ".rb");
            case JAVA -> List.of(owner.replace('.', '/') + ".class");
            case DOTNET -> List.of(owner + ".dll");
            case PROVIDED -> List.of("bootstrap");
        };
    }

    private static boolean isJar(String name) {
        return name.endsWith(".jar");
    }

    /** Whether {@code handler} names a function in a file. */
    static boolean isWhole(String handler) {
        int dot = handler.lastIndexOf('.');
        return dot > 0 && dot < handler.length() - 1;
    }

    /** Whether it is a program, whatever the handler is called. */
    boolean isProgram() {
        return family == RuntimeFamily.PROVIDED;
    }

    /** The language of {@code file}, one of {@link #filesOfOthers}. */
    static RuntimeFamily language(String file) {
        return file.endsWith(".py")
                ? RuntimeFamily.PYTHON
                : file.endsWith(".rb") ? RuntimeFamily.RUBY : RuntimeFamily.NODE;
    }

    /** What to do when none of its files is there. */
    String remedy() {
        return switch (family) {
            case NODE, PYTHON, RUBY ->
                "create the file, or write the handler as `file.function`, `file` without its extension";
            case JAVA -> "write the handler as `package.Class::method`, and pack the classes, or their jar in `lib/`";
            case DOTNET ->
                "write the handler as `Assembly::Namespace.Class::Method`, and pack what `dotnet publish` makes";
            case PROVIDED -> "pack the program under that name, or let `build` make it";
        };
    }

    /** Whether {@code text} has the function's name as a word; how it comes to be a function, nobody can tell. */
    boolean isNamedIn(String text) {
        return function.isEmpty()
                || Pattern.compile("(?<![\\w$])" + Pattern.quote(function) + "(?![\\w$])")
                        .matcher(text)
                        .find();
    }
}
