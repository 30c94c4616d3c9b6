package dev.tollgate.cli.served;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {

    @TempDir
    private Path temp;

    private Path left(String name, boolean locked) throws IOException {
        Path folder = Files.createDirectories(temp.resolve(name).resolve("0"));
        Files.writeString(folder.resolve("index.mjs"), "");
        if (locked) {
            Files.writeString(temp.resolve(name).resolve(".lock"), "");
        }
        return folder;
    }

    /** A killed process's lock is free: the system let go of it. */
    @Test
    void removesWhatAKilledProcessLeftAndNothingElse() throws IOException {
        Path killed = left("tollgate-serve-1", true);
        Path making = left("tollgate-serve-2", false);
        Path other = left("somebody-elses", true);
        try (ScratchFolder running = ScratchFolder.in(temp);
                ScratchFolder second = ScratchFolder.in(temp)) {
            assertThat(killed.getParent()).doesNotExist();
            assertThat(making).exists();
            assertThat(other).exists();
            assertThat(running.path()).exists();
            assertThat(second.path()).exists();
        }
    }

    @Test
    void goesWithItsProcess() throws IOException {
        Path path;
        try (ScratchFolder folder = ScratchFolder.in(temp)) {
            path = folder.path();
            Files.writeString(path.resolve("some"), "thing");
        }

        assertThat(path).doesNotExist();
    }
}
