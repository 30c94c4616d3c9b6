package dev.tollgate.check.rule;

import dev.tollgate.check.ProjectFiles;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;
import java.util.List;

/** The functions whose folders are there to be looked into; one that is not there is {@link FunctionSourceMissing}. */
final class PackagedFolders {

    private PackagedFolders() {}

    /** Whether something in the folder of {@code function} cannot be packed, or the folder is outside the project. */
    static boolean isUnpackable(LambdaFunction.Packaged function, ProjectFiles files) {
        return isThere(function, files)
                && !files.packageOf(function.source()).refused().isEmpty();
    }

    static List<LambdaFunction.Packaged> of(Environment environment, ProjectFiles files) {
        return environment.packagedFunctions().stream()
                .filter(function -> isThere(function, files))
                .toList();
    }

    private static boolean isThere(LambdaFunction.Packaged function, ProjectFiles files) {
        return !function.source().isBlank()
                && !ProjectPath.leaves(function.source())
                && files.exists(function.source())
                && !files.isFile(function.source());
    }

    static KeyPath source(LambdaFunction.Packaged function) {
        return KeyPath.of("functions", function.id(), "source");
    }
}
