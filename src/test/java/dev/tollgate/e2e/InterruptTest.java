package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.Launcher;
import dev.tollgate.testing.RequiredTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However Tollgate is told to end, Terraform hears of it once, is waited for, and releases its lock. */
class InterruptTest {

    private static final String POOL = """
            name      = "pool"
            region    = "eu-west-1"
            api_type  = "none"
            user_pool = { domain_prefix = "pool-example", deletion_protection = false }
            """;

    /** A resource that takes as long as anyone waits, in Terraform's own provider. */
    private static final String SLOW = """
            {"resource": {"terraform_data": {"slow": {"provisioner": [{"local-exec": {"command": "echo it runs; exec sleep 100"}}]}}}}
            """;

    private static final long MINUTES = 3;

    private static Emulator emulator;
    private static TempProject project;
    private static Launched tollgate;

    @BeforeAll
    static void prepare() throws IOException {
        RequiredTool.orSkip("setsid");
        RequiredTool.orSkip("node");
        emulator = Emulator.start();
        project = TempProject.named("interrupt");
        project.environment("pool", POOL);
        Path stack = project.synthesized().resolve("pool");
        Files.writeString(stack.resolve("slow.tf.json"), SLOW);
        new Stack(stack, emulator).init();
        tollgate = new Launched(project, emulator);
    }

    @AfterAll
    static void end() {
        if (emulator != null) {
            emulator.close();
        }
    }

    private static List<String> throughJavaAlone() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Launcher.sharedJar().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "launcher, INT, group, 130",
        "launcher, TERM, process, 143",
        "java, INT, group, 130",
    })
    void leavesNoLock(String start, String signal, String to, int exit) throws IOException, InterruptedException {
        Path said = project.folder().resolve("said.txt");
        Path lock = project.folder().resolve(".terraform.pool.tfstate.lock.info");
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(start.equals("java") ? throughJavaAlone() : tollgate.command());
        command.addAll(List.of("deploy", "-e", "pool", "--yes"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.folder().toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(tollgate.environment());
        Process process = builder.start();
        waitUntilSaid("(local-exec): it runs", said, process);
        assertThat(lock).exists();

        signal(signal, to, process);

        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES))
                .as(Files.readString(said))
                .isTrue();
        String text = Files.readString(said);
        assertThat(process.exitValue()).as(text).isEqualTo(exit);
        assertThat(text).containsOnlyOnce("Interrupt received").doesNotContain("Two interrupts");
        assertThat(lock).doesNotExist();
    }

    private static void signal(String signal, String to, Process process) throws IOException, InterruptedException {
        String target = to.equals("group") ? "-" + process.pid() : String.valueOf(process.pid());
        new ProcessBuilder("kill", "-s", signal, "--", target).start().waitFor();
    }

    /** What a process writes wakes nobody, so this looks again and again; it fails when the process ends. */
    private static void waitUntilSaid(String text, Path said, Process process)
            throws IOException, InterruptedException {
        while (!Files.readString(said).contains(text)) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("ended too early: " + Files.readString(said));
            }
        }
    }
}
