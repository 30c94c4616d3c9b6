package dev.tollgate.check;

import dev.tollgate.beside.OwnTerraform;
import dev.tollgate.model.FunctionCode;
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

    /** What the package of {@code code} holds; empty when its code is not there. */
    Optional<PackageContents> packageOf(FunctionCode code);

    /** How many bytes that package, which is there, is as a zip. */
    long zippedSize(FunctionCode code);

    /** The names of files in that package, which is there, that hold secrets, sorted. */
    List<String> secretsIn(FunctionCode code);

    /** What the file {@code name} in that package, which holds it, says. */
    byte[] read(FunctionCode code, String name);

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
