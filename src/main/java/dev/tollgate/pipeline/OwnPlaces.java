package dev.tollgate.pipeline;

import dev.tollgate.finding.Location;
import dev.tollgate.schema.EnvironmentKeys;
import dev.tollgate.terraform.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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

    /** Those of the environment whose own files are {@code varFiles}, the last of which that names any counts. */
    static OwnPlaces of(Path project, List<Path> varFiles) {
        List<String> folders = List.of();
        for (Path file : varFiles) {
            Value named = LiteralFile.variables(project.resolve(file))
                    .getOrDefault(EnvironmentKeys.TERRAFORM.word(), Value.absent());
            if (!named.isAbsent()) {
                folders = named.items().stream()
                        .flatMap(item -> item.text().stream())
                        .toList();
            }
        }
        return new OwnPlaces(project, folders);
    }

    /** The place in the project of {@code copy}, which is beside {@code emitted}; itself where it is no copy. */
    Location source(String emitted, Location copy) {
        String stack = emitted.substring(0, emitted.lastIndexOf('/') + 1);
        if (!copy.file().startsWith(stack)) {
            return copy;
        }
        return source(copy.file().substring(stack.length()))
                .map(source -> new Location(source, copy.line(), copy.column()))
                .orElse(copy);
    }

    /** The file of the project whose copy is {@code name} beside a stack; empty where it is no copy. */
    Optional<String> source(String name) {
        return folders.stream()
                .map(folder -> Path.of(folder, name).normalize())
                .filter(source -> Files.isRegularFile(project.resolve(source)))
                .findFirst()
                .map(source -> source.toString().replace('\\', '/'));
    }
}
