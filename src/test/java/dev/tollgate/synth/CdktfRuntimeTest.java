package dev.tollgate.synth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.RequiredTool;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CdktfRuntimeTest {

    /** A process of its own: this one's runtime has more to do. */
    static final class Ending {

        public static void main(String[] args) throws Exception {
            CdktfRuntime runtime = CdktfRuntime.starting();
            runtime.await();
            List<ProcessHandle> started = ProcessHandle.current().children().toList();
            CdktfRuntime.end();
            for (ProcessHandle process : started) {
                process.onExit().get(1, TimeUnit.MINUTES);
            }
            System.out.println(started.size() + " started and ended");
        }
    }

    @Test
    void endsNodeBeforeTheProcessEnds(@TempDir Path temp) throws Exception {
        RequiredTool.orSkip("node");
        Path said = temp.resolve("said.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temp,
                        "-cp",
                        String.join(java.io.File.pathSeparator, ForkedSynth.classPath()),
                        Ending.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("TMPDIR", temp.toString());
        Process process = builder.start();

        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(said, StandardCharsets.UTF_8)).isEqualTo("1 started and ended\n");
    }
}
