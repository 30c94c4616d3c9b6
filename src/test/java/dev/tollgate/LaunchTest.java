package dev.tollgate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.Launcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tollgate as a process: through its launcher, and by {@code java -jar} alone. */
class LaunchTest {

    @TempDir
    private Path folder;

    private Path temp;

    private record Outcome(int exit, String out, String err) {}

    @BeforeEach
    void project() throws IOException {
        temp = Files.createDirectories(folder.resolve("temp"));
        Files.createDirectories(folder.resolve("home"));
        Files.createDirectories(folder.resolve("environments"));
        Files.copy(Path.of("environments/articles/auth.tfvars"), folder.resolve("environments/auth.tfvars"));
        Launcher.installedIn(folder.resolve("tollgate"));
    }

    private Outcome run(String path, List<String> command, String... arguments)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(command);
        all.addAll(Arrays.asList(arguments));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(all)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("JSII_") || name.startsWith("CDKTF_"));
        builder.environment().put("TMPDIR", temp.toString());
        builder.environment().put("HOME", folder.resolve("home").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("PATH", path);
        Process process = builder.start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return new Outcome(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private List<String> launcher() {
        return List.of(folder.resolve("tollgate/bin/tollgate").toString());
    }

    private List<String> java() {
        return List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Djava.io.tmpdir=" + temp,
                "-jar",
                folder.resolve("tollgate/lib/tollgate.jar").toString());
    }

    @Test
    void synthesizesThroughTheLauncherAndLeavesNothingBehind() throws IOException, InterruptedException {
        holdsSynth(run(System.getenv("PATH"), launcher(), "synth"));
    }

    @Test
    void synthesizesByJavaAloneAndLeavesNothingBehind() throws IOException, InterruptedException {
        holdsSynth(run(System.getenv("PATH"), java(), "synth"));
    }

    private void holdsSynth(Outcome outcome) throws IOException {
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("auth").contains("cdktf.out/stacks/auth/cdk.tf.json");
        assertThat(outcome.err()).isEmpty();
        try (Stream<Path> left =
                Files.list(temp).filter(file -> !file.toString().contains("hsperfdata"))) {
            assertThat(left).isEmpty();
        }
        // The CDKTF runtime keeps unpacked modules for the next time.
        try (Stream<Path> home = Files.list(folder.resolve("home"))) {
            assertThat(home).allMatch(file -> file.endsWith(".cache"));
        }
    }

    @Test
    void startsNoNodeForWhatNeedsNone() throws IOException, InterruptedException {
        Outcome outcome = run(pathWithout("node"), launcher(), "validate");

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("1 environment: 0 errors");
    }

    /** Two languages, one list. */
    @Test
    void knowsTheSameCommandsThatSynthesizeAsItsLauncher() throws IOException {
        assertThat(Files.readString(Path.of("bin/tollgate")))
                .contains("    " + String.join(" | ", Relaunch.SYNTHESIZING) + ") ;;\n");
    }

    @Test
    void saysThatNodeIsMissing() throws IOException, InterruptedException {
        Outcome launched = run(pathWithout("node"), launcher(), "synth");
        Outcome alone = run(pathWithout("node"), java(), "synth");

        assertThat(launched.exit()).isEqualTo(3);
        assertThat(launched.err()).contains("Node.js is missing").contains("install Node.js 18 or later");
        assertThat(alone.exit()).as(alone.err()).isEqualTo(3);
        assertThat(alone.err())
                .contains("Node.js")
                .contains("install Node.js 18 or later")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("cdktf.out/stacks")).doesNotExist();
    }

    /** A folder with the few programs that the launcher itself calls. */
    private String pathWithout(String missing) throws IOException {
        Path programs = Files.createDirectories(folder.resolve("without-" + missing));
        for (String name : List.of("sh", "dirname", "readlink", "mktemp", "rm", "sed")) {
            for (String place : List.of("/bin", "/usr/bin")) {
                Path program = Path.of(place, name);
                if (Files.isExecutable(program) && !Files.exists(programs.resolve(name))) {
                    Files.createSymbolicLink(programs.resolve(name), program);
                }
            }
        }
        return programs.toString();
    }
}
