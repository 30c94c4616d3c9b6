package dev.tollgate.pipeline;

import dev.tollgate.finding.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where own Terraform in a stack's folder comes from: nobody edits the copy.
 *
 * @param project where the folders are
 * @param folders as the environment file names them
 */
record OwnPlaces(Path project, List<String> folders) {

    static final OwnPlaces NONE = new OwnPlaces(Path.of(""), List.of());

    OwnPlaces {
        folders = List.copyOf(folders);
    }

    /** The place in the project of {@code copy}, which is beside {@code emitted}; itself where it is no copy. */
    Location source(String emitted, Location copy) {
        String stack = emitted.substring(0, emitted.lastIndexOf('/') + 1);
        if (!copy.file().startsWith(stack)) {
            return copy;
        }
        String name = copy.file().substring(stack.length());
        return folders.stream()
                .map(folder -> Path.of(folder, name).normalize())
                .filter(source -> Files.isRegularFile(project.resolve(source)))
                .findFirst()
                .map(source -> new Location(source.toString().replace('\\', '/'), copy.line(), copy.column()))
                .orElse(copy);
    }
}
