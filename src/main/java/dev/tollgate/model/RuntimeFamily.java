package dev.tollgate.model;

import java.util.Arrays;
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
}
