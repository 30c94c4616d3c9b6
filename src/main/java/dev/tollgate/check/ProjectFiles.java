package dev.tollgate.check;

import java.util.Optional;

/** The files of the project, by paths relative to where Tollgate runs, with {@code /} between folders. */
public interface ProjectFiles {

    /** Whether {@code path} is a file inside the project, links followed. */
    boolean isFile(String path);

    /** Whether {@code path} is a folder inside the project, links followed. */
    boolean isDirectory(String path);

    /** The bytes of {@code path}, which {@link #isFile}. */
    byte[] read(String path);

    /** The JSON in {@code path}, which {@link #isFile}. */
    Json json(String path);

    /**
     * A JSON file read.
     *
     * @param value String, Number, Boolean, List or Map; empty for {@code null} and for text that is no JSON
     * @param problem what keeps the text from being JSON, with line and column
     */
    record Json(Optional<Object> value, Optional<String> problem) {}
}
