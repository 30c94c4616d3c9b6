package dev.tollgate.synth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.packaging.PackageContents;
import dev.tollgate.testing.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several environments have is compressed once, and each has its zip all the same. */
class WrittenZipsTest {

    @TempDir
    private Path temp;

    private final WrittenZips zips = new WrittenZips();

    @BeforeEach
    void sources() throws IOException {
        Folder project = new Folder(temp);
        project.write("one/index.mjs", "export const handler = () => 1;\n");
        project.write("two/index.mjs", "export const handler = () => 2;\n");
    }

    private String written(String source, String file) throws IOException {
        PackageContents contents = PackageContents.of(temp, source);
        return zips.write(contents, contents.identity(), temp.resolve(file));
    }

    @Test
    void copiesWhatItHasWritten() throws IOException {
        String first = written("one", "dev/f.zip");
        String second = written("one", "prod/g.zip");

        assertThat(second).isEqualTo(first);
        assertThat(temp.resolve("prod/g.zip")).hasSameBinaryContentAs(temp.resolve("dev/f.zip"));
    }

    @Test
    void seesWhatHasChangedSince() throws IOException {
        String first = written("one", "dev/f.zip");
        Files.writeString(temp.resolve("one/index.mjs"), "export const handler = () => 3;\n");

        assertThat(written("one", "prod/f.zip")).isNotEqualTo(first);
        assertThat(written("two", "dev/g.zip")).isNotEqualTo(first);
    }
}
