package dev.tollgate.check;

import dev.tollgate.beside.OwnTerraform;
import dev.tollgate.packaging.PackageContents;
import java.util.List;
import java.util.Optional;

/** The files of the project, by paths relative to where Tollgate runs, with {@code /} between folders. */
public interface ProjectFiles {

    /** Whether anything is called {@code path}, wherever it leads. */
    boolean exists(String path);

    /** Whether {@code path} is a file inside the project, links followed. */
    boolean isFile(String path);

    /** Whether {@code path} is a folder inside the project, links followed. */
    boolean isDirectory(String path);

    /** The bytes of {@code path}, which {@link #isFile}. */
    byte[] read(String path);

    /** What the package of a function holds whose folder is {@code path}: anything there, inside the project or not. */
    PackageContents packageOf(String path);

    /** How many bytes that package is as a zip. */
    long zippedSize(String path);

    /** The names of files in that package that hold secrets, sorted. */
    List<String> secretsIn(String path);

    /** The Terraform in {@code folders}, the value of the key {@code terraform}. */
    OwnTerraform ownTerraform(List<String> folders);

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
