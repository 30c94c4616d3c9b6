package dev.tollgate.pipeline;

import dev.tollgate.beside.StackFolder;
import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Location;
import dev.tollgate.finding.Severity;
import dev.tollgate.finding.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Environments whose file is gone, or has another name, while their stack is still among what was synthesized. */
final class RemovedEnvironments {

    private static final String RULE = "environment-removed";

    private RemovedEnvironments() {}

    /** A warning for each stack in {@code out} that is none of {@code environments}. */
    static List<Finding> of(Collection<String> environments, Path out) {
        Path stacks = out.resolve("stacks");
        if (!Files.isDirectory(stacks)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(stacks)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(StackFolder.CONFIGURATION)))
                    .filter(folder ->
                            !environments.contains(folder.getFileName().toString()))
                    .sorted()
                    .map(RemovedEnvironments::finding)
                    .toList();
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot read `" + stacks + "`: " + e.getMessage(),
                    "check its permissions",
                    e);
        }
    }

    private static Finding finding(Path folder) {
        String name = folder.getFileName().toString();
        return Finding.of(
                RULE,
                Severity.WARNING,
                name,
                Location.startOf(
                        folder.resolve(StackFolder.CONFIGURATION).toString().replace('\\', '/')),
                "the environment `" + name + "` has no file any more: what it deployed stays in AWS, unmanaged",
                "put the file back and run `tollgate destroy -e " + name + "`; or, where nothing is deployed, delete `"
                        + folder + "`. A renamed environment deploys everything a second time, unless its state moves");
    }
}
