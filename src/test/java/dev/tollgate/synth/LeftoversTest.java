package dev.tollgate.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of processes that are gone go; those of the living stay. */
class LeftoversTest {

    @TempDir
    private Path out;

    @Test
    void removesWhatNobodyClaims() throws IOException {
        Path killed = folder(".synth-killed");
        Leftovers.claim(killed).close();
        Path old = folder(".synth-old");
        Files.setLastModifiedTime(old, FileTime.from(Instant.EPOCH));
        Path other = folder("stacks");

        Leftovers.clear(out, ".synth-");

        assertThat(killed).doesNotExist();
        assertThat(old).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void leavesWhatAProcessWorksIn() throws IOException {
        Path claimed = folder(".synth-claimed");
        Path beingMade = folder(".synth-being-made");

        try (FileChannel claim = Leftovers.claim(claimed)) {
            Leftovers.clear(out, ".synth-");
            assertThat(claim.isOpen()).isTrue();
        }

        assertThat(claimed.resolve("stacks/a/cdk.tf.json")).exists();
        assertThat(beingMade).exists();
    }

    /** What a killed synth leaves is a folder whose claim has ended with the process. */
    @Test
    void seesAClaimOfAnotherProcess() throws IOException, InterruptedException {
        Path claimed = folder(".synth-claimed");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Claiming.class.getName(),
                        claimed.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(process.getInputStream().read()).isEqualTo('c');

        Leftovers.clear(out, ".synth-");
        assertThat(claimed).exists();

        process.destroyForcibly().waitFor();
        Leftovers.clear(out, ".synth-");
        assertThat(claimed).doesNotExist();
    }

    /** Claims a folder, says so, and waits to be killed. */
    static final class Claiming {

        private Claiming() {}

        public static void main(String[] args) throws IOException, InterruptedException {
            try (FileChannel claim = Leftovers.claim(Path.of(args[0]))) {
                System.out.print(claim.isOpen() ? "c" : "");
                System.out.flush();
                Thread.currentThread().join();
            }
        }
    }

    private Path folder(String name) throws IOException {
        Path folder = out.resolve(name);
        Files.createDirectories(folder.resolve("stacks/a"));
        Files.writeString(folder.resolve("stacks/a/cdk.tf.json"), "{}");
        return folder;
    }
}
