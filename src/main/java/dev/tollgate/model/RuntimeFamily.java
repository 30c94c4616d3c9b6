package dev.tollgate.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Lambda's runtimes of one language: they find a handler, and start, in the same way. */
public enum RuntimeFamily {
    NODE("nodejs"),
    PYTHON("python"),
    RUBY("ruby"),
    JAVA("java"),
    DOTNET("dotnet"),
    /** A program that brings its runtime: Go, Rust, C and the like. */
    PROVIDED("provided");

    /** What its runtimes' names begin with. */
    private final String word;

    RuntimeFamily(String word) {
        this.word = word;
    }

    /** That of {@code runtime}; empty for what Lambda does not call so. */
    public static Optional<RuntimeFamily> of(String runtime) {
        return Arrays.stream(values())
                .filter(family -> runtime.matches(family.word + "(core)?([0-9.].*)?"))
                .findFirst();
    }

    /**
     * The folders of a layer in which {@code runtime}, one of these, looks by itself, each with {@code /} at its end;
     * none where that is left to the code. All find programs in {@code bin/} and libraries in {@code lib/}. See
     * https://docs.aws.amazon.com/lambda/latest/dg/packaging-layers.html.
     */
    public List<String> foldersInLayers(String runtime) {
        String version = runtime.substring(word.length());
        return switch (this) {
            case NODE ->
                List.of("nodejs/node" + version.replaceAll("\\..*", "") + "/node_modules/", "nodejs/node_modules/");
            case PYTHON -> List.of("python/lib/" + runtime + "/site-packages/", "python/");
            case RUBY -> List.of("ruby/gems/" + version + ".0/", "ruby/lib/");
            case JAVA -> List.of("java/lib/");
            case DOTNET, PROVIDED -> List.of();
        };
    }
}
