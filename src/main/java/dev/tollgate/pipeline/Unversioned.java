package dev.tollgate.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What of a project does not belong into its repository: output, Terraform's folders, and what holds secrets. */
final class Unversioned {

    static final String FILE = ".gitignore";

    private static final List<String> LINES =
            List.of("cdktf.out/", ".terraform/", "*.tfstate", "*.tfstate.*", "*.tollgate-plan");

    private static final String ABOUT = "# Tollgate and Terraform make these; state and plans hold secrets.\n";

    private Unversioned() {}

    /** A {@code .gitignore} of all of it. */
    static String text() {
        return ABOUT + String.join("\n", LINES) + "\n";
    }

    /** The lines that {@code file}, which is there, does not have. */
    static List<String> missingIn(Path file) throws IOException {
        Set<String> present =
                Files.readString(file).lines().map(Unversioned::bare).collect(Collectors.toSet());
        return LINES.stream().filter(line -> !present.contains(bare(line))).toList();
    }

    /** Written with and without a slash at either end, a line leaves out the same folder of the project. */
    private static String bare(String line) {
        return line.strip().replaceFirst("^/", "").replaceFirst("/$", "");
    }

    /** Adds {@code lines} to the end of {@code file}; what is there stays. */
    static void add(Path file, List<String> lines) throws IOException {
        String before = Files.readString(file);
        String gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
        Files.writeString(file, gap + ABOUT + String.join("\n", lines) + "\n", StandardOpenOption.APPEND);
    }
}
