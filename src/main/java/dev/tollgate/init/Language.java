package dev.tollgate.init;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/** What a starter is written in. */
public enum Language {
    NODE("nodejs22.x", "index.mjs", "index.handler"),
    PYTHON("python3.13", "app.py", "app.handler");

    private final String runtime;
    private final String file;
    private final String handler;

    Language(String runtime, String file, String handler) {
        this.runtime = runtime;
        this.file = file;
        this.handler = handler;
    }

    /** The word that asks for it: {@code node}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Lambda's runtime. */
    public String runtime() {
        return runtime;
    }

    /** The file that holds the handler. */
    public String file() {
        return file;
    }

    /** File and function, as Lambda names them. */
    public String handler() {
        return handler;
    }

    /** A handler that answers every route, to begin with. */
    public byte[] starter() {
        try (InputStream resource = Language.class.getResourceAsStream("/init/" + file)) {
            if (resource == null) {
                throw new IllegalStateException("no starter " + file);
            }
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
