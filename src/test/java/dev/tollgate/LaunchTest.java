package dev.tollgate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.Launcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        return run(Map.of("PATH", path, "JAVA_HOME", System.getProperty("java.home")), command, arguments);
    }

    private Outcome run(Map<String, String> environment, List<String> command, String... arguments)
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
        builder.environment().remove("JAVA_HOME");
        builder.environment().putAll(environment);
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

    @Test
    void readsWhatIsPipedIn() throws IOException, InterruptedException {
        String token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJwaXBlZCJ9.c2ln";

        for (List<String> program : List.of(launcher(), java())) {
            Outcome outcome = run(
                    System.getenv("PATH"),
                    List.of("sh", "-c", "echo " + token + " | '" + String.join("' '", program) + "' decode"));
            assertThat(outcome.exit()).as(outcome.err()).isZero();
            assertThat(outcome.out()).contains("sub  piped");
        }
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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesWhatIsUpToDateAndStartsNoNode(boolean launched) throws IOException, InterruptedException {
        holdsSynth(run(System.getenv("PATH"), launched ? launcher() : java(), "synth"));
        Map<Path, FileTime> before = times();

        Outcome outcome = run(pathWithout("node"), launched ? launcher() : java(), "synth");

        holdsSynth(outcome);
        assertThat(outcome.out()).contains("up to date");
        assertThat(times()).isEqualTo(before);
    }

    @Test
    void makesAgainWhatHasChanged() throws IOException, InterruptedException {
        holdsSynth(run(System.getenv("PATH"), java(), "synth"));
        Files.writeString(folder.resolve("environments/auth.tfvars"), "\n", StandardOpenOption.APPEND);

        Outcome outcome = run(System.getenv("PATH"), java(), "synth");

        holdsSynth(outcome);
        assertThat(outcome.out()).doesNotContain("up to date");
    }

    /** The runtime's own two processes say what {@code --verbose} shows; the launcher's one process says nothing. */
    @Test
    void makesTheSameWithOneProcessOfNodeAsWithTwo() throws IOException, InterruptedException {
        Path log = folder.resolve("node.txt");
        Path node = Path.of(run(System.getenv("PATH"), List.of("/bin/sh", "-c", "command -v node"))
                .out()
                .strip());
        program(folder.resolve("bin/node"), "echo \"$@\" >>" + log + "; exec " + node + " \"$@\"");
        String path = folder.resolve("bin") + ":" + System.getenv("PATH");
        Path made = folder.resolve("cdktf.out/stacks/auth/cdk.tf.json");

        assertThat(run(path, launcher(), "synth").exit()).isZero();
        byte[] withOne = Files.readAllBytes(made);
        assertThat(Files.readString(log)).contains("/cdktf-runtime/program.js").doesNotContain("jsii-runtime.js");

        assertThat(run(path, launcher(), "synth", "--force", "--verbose").exit())
                .isZero();
        assertThat(Files.readString(log)).contains("/bin/jsii-runtime.js");
        assertThat(made).hasBinaryContent(withOne);
    }

    @Test
    void loadsNothingOfCdktfForWhatIsUpToDate() throws IOException, InterruptedException {
        holdsSynth(run(System.getenv("PATH"), launcher(), "synth"));
        List<String> command = new ArrayList<>(java());
        command.add(1, "-Xlog:class+load:file=" + folder.resolve("loaded.txt"));

        holdsSynth(run(pathWithout("node"), command, "synth"));

        assertThat(Files.readString(folder.resolve("loaded.txt")))
                .contains("dev.tollgate.cli.commands.SynthCommand")
                .doesNotContain("com.hashicorp", "software.amazon.jsii", "software.constructs", "ProcessBuilder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v16.20.2", "v8.17.0", "v17", "vv", "-n"})
    void saysThatNodeIsTooOld(String version) throws IOException, InterruptedException {
        String path = pathWithout("node");
        program(Path.of(path, "node"), "echo " + version);

        for (List<String> command : List.of(launcher(), java())) {
            Outcome outcome = run(path, command, "synth");

            assertThat(outcome.exit()).as(outcome.err()).isEqualTo(3);
            assertThat(outcome.err())
                    .startsWith("error: Node.js ")
                    .contains(version.equals("-n") ? "of an unknown version is too old" : version + " is too old")
                    .contains("hint: install Node.js 18 or later")
                    .doesNotContain("\tat ");
        }
        assertThat(folder.resolve("cdktf.out/stacks")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"1.8.0_392, true", "11.0.22, true", "16.0.2, true", "16.0.2, false", "1.8.0_392, false"})
    void saysThatJavaIsTooOld(String version, boolean released) throws IOException, InterruptedException {
        Path home = folder.resolve("old-java");
        program(home.resolve("bin/java"), "echo 'openjdk version \"" + version + "\" 2021-07-20' >&2");
        if (released) {
            Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        }
        String onPath = home.resolve("bin") + ":" + pathWithout("java");

        for (Map<String, String> environment :
                List.of(Map.of("PATH", System.getenv("PATH"), "JAVA_HOME", home.toString()), Map.of("PATH", onPath))) {
            Outcome outcome = run(environment, launcher(), "validate");

            assertThat(outcome.exit()).as(outcome.err()).isEqualTo(3);
            assertThat(outcome.err())
                    .startsWith("error: `" + home.resolve("bin/java") + "` is Java " + version + ", too old")
                    .contains("hint: install Java 17 or later, or set JAVA_HOME");
        }
    }

    @Test
    void saysThatJavaIsMissing() throws IOException, InterruptedException {
        Outcome none = run(Map.of("PATH", pathWithout("java")), launcher(), "validate");
        Outcome wrong = run(
                Map.of(
                        "PATH",
                        pathWithout("java"),
                        "JAVA_HOME",
                        folder.resolve("nowhere").toString()),
                launcher(),
                "validate");

        assertThat(List.of(none.exit(), wrong.exit())).containsOnly(3);
        assertThat(none.err()).contains("error: Java is missing").contains("hint: install Java 17");
        assertThat(wrong.err()).contains("which has no Java").contains("hint: let it name");
    }

    private static void program(Path file, String command) throws IOException {
        Files.createDirectories(file.resolve("..").normalize());
        Files.writeString(file, "#!/bin/sh\n" + command + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Map<Path, FileTime> times() throws IOException {
        Map<Path, FileTime> times = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder.resolve("cdktf.out"))) {
            for (Path path : walk.toList()) {
                times.put(path, Files.getLastModifiedTime(path));
            }
        }
        return times;
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
