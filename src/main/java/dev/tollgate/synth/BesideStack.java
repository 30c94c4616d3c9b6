package dev.tollgate.synth;

import dev.tollgate.beside.StackFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is in a stack's folder beside what Tollgate emitted. */
public final class BesideStack {

    /** Beside configuration, what Terraform reads unasked. */
    private static final List<String> VALUES = List.of(".auto.tfvars", ".auto.tfvars.json");

    private static final List<String> NAMED_VALUES = List.of("terraform.tfvars", "terraform.tfvars.json");

    private BesideStack() {}

    /** The files of own Terraform that a synth put into {@code folder}, by their paths there. */
    public static SortedSet<String> own(Path folder) throws IOException {
        return new TreeSet<>(StackRecord.own(folder).keySet());
    }

    /** The files in {@code folder} that Terraform reads with the stack and that no synth put there. */
    public static SortedSet<String> strangers(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return new TreeSet<>();
        }
        SortedSet<String> strangers;
        try (Stream<Path> files = Files.list(folder)) {
            strangers = files.map(file -> file.getFileName().toString())
                    .filter(name -> isRead(name) && !StackFolder.keeps(name))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        if (!strangers.isEmpty()) {
            strangers.removeAll(own(folder));
        }
        return strangers;
    }

    private static boolean isRead(String name) {
        return !name.startsWith(".")
                && (name.endsWith(".tf")
                        || name.endsWith(".tf.json")
                        || VALUES.stream().anyMatch(name::endsWith)
                        || NAMED_VALUES.contains(name));
    }
}
