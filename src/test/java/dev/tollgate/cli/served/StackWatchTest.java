package dev.tollgate.cli.served;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackWatchTest {

    @TempDir
    private Path stack;

    @Test
    void tellsOnceOfWhatIsWritten() throws IOException {
        Files.writeString(stack.resolve("cdk.tf.json"), "{}");
        StackWatch watch = new StackWatch(stack);
        assertThat(watch.isNew()).isFalse();

        Files.writeString(stack.resolve("cdk.tf.json"), "{\"a\": ");
        assertThat(watch.isNew()).as("it may not be all").isFalse();
        Files.writeString(stack.resolve("cdk.tf.json"), "{\"a\": 1}");
        assertThat(watch.isNew()).as("and it was not").isFalse();
        assertThat(watch.isNew()).isTrue();
        assertThat(watch.isNew()).isFalse();
    }

    /** With the next look, or with the one after it, where the file was still being written. */
    private static boolean tells(StackWatch watch) {
        boolean first = watch.isNew();
        return watch.isNew() || first;
    }

    @Test
    void tellsOfFilesThatComeAndGo() throws IOException {
        Files.createDirectories(stack.resolve("functions"));
        StackWatch watch = new StackWatch(stack);

        Files.writeString(stack.resolve("functions/api.zip"), "zip");
        assertThat(tells(watch)).isTrue();
        Files.delete(stack.resolve("functions/api.zip"));
        assertThat(tells(watch)).isTrue();
        assertThat(tells(watch)).isFalse();
    }
}
