package dev.tollgate.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.Folder;
import dev.tollgate.testing.RequiredTool;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/** {@code .tollgateignore} means what {@code .gitignore} does: held against git itself. */
class GitIgnoreTest {

    private static final String[] NAMES = {"a", "b", "ab", "a.b", "x y", "foo", "[c]", ".env", "test", "!n", "#h"};
    private static final String[] PATTERNS = {
        "a",
        "b",
        "*",
        "?",
        "**",
        "foo",
        "[a-c]",
        "[!a]",
        "ab",
        "a*",
        "*.b",
        "\\a",
        "\\!n",
        "\\#h",
        "[[:alpha:]]",
        "x y",
        ".env",
        "test",
        "\\[c\\]",
        "*b*",
        "{a,b}"
    };

    @TempDir
    private Path temp;

    @RepeatedTest(12)
    void leavesOutWhatGitIgnores(RepetitionInfo repetition) throws IOException, InterruptedException {
        String git = RequiredTool.orSkip("git").toString();
        Random random = new Random(repetition.getCurrentRepetition());
        Folder project = new Folder(temp);
        run(git, "init", "-q");
        List<String> lines = lines(random);
        project.write(".gitignore", String.join("\n", lines) + "\n");
        project.write(".tollgateignore", String.join("\n", lines) + "\n");
        TreeSet<String> files = new TreeSet<>();
        for (int i = 0; i < 40; i++) {
            String file = joined(random, NAMES);
            try {
                project.write(file, "");
                files.add(file);
            } catch (IOException e) {
                // A file stands where this one's folder would be.
            }
        }

        TreeSet<String> packed =
                new TreeSet<>(PackageContents.of(temp, ".").entries().keySet());
        packed.removeAll(List.of(".gitignore", ".tollgateignore"));

        files.removeAll(ignored(git, files));
        assertThat(packed).as(lines.toString()).isEqualTo(files);
    }

    private static List<String> lines(Random random) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            lines.add((random.nextInt(4) == 0 ? "!" : "")
                    + (random.nextInt(3) == 0 ? "/" : "")
                    + joined(random, PATTERNS)
                    + (random.nextInt(3) == 0 ? "/" : "")
                    + (random.nextInt(9) == 0 ? "  " : ""));
        }
        return lines;
    }

    private static String joined(Random random, String[] parts) {
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            joined.add(parts[random.nextInt(parts.length)]);
        }
        return String.join("/", joined);
    }

    private List<String> ignored(String git, Set<String> files) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(git, "check-ignore", "--no-index", "-z", "--stdin")
                .directory(temp.toFile())
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write((String.join("\0", files) + "\0").getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return List.of(out.split("\0", -1));
    }

    private void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).directory(temp.toFile()).start().waitFor())
                .isZero();
    }
}
