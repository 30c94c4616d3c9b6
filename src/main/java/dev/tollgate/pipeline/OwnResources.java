package dev.tollgate.pipeline;

import dev.tollgate.finding.UserError;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What of a stack does not come from Tollgate: the Terraform that somebody put beside it. */
final class OwnResources {

    private static final String EMITTED = "cdk.tf.json";

    private OwnResources() {}

    /**
     * The addresses of resources in {@code folder} that own Terraform makes or overrides, each with its files. Nothing
     * is read where there is only what was emitted.
     */
    static SortedMap<String, String> in(Path folder) {
        SortedMap<String, String> own = new TreeMap<>();
        if (!isBesideSomething(folder)) {
            return own;
        }
        Infrastructure infrastructure;
        try {
            infrastructure = Configurations.read(folder);
        } catch (UserError e) {
            // Terraform has planned it: that it cannot be named here, without Node.js say, is no reason not to deploy
            // it.
            return own;
        }
        String start = Configurations.shown(folder) + "/";
        for (Resource resource : infrastructure.resources()) {
            TreeSet<String> files = new TreeSet<>();
            for (String file : infrastructure.files(resource)) {
                files.add(file.startsWith(start) ? file.substring(start.length()) : file);
            }
            files.remove(EMITTED);
            if (!files.isEmpty()) {
                own.put(resource.address(), String.join(", ", files));
            }
        }
        return own;
    }

    private static boolean isBesideSomething(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .anyMatch(name -> name.matches(".*\\.tf(\\.json)?") && !name.equals(EMITTED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
