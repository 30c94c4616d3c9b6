package dev.tollgate.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiskFilesTest {

    @TempDir
    Path folder;

    private Path project = Path.of("");

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectories(folder.resolve("project/lambdas")).resolveSibling("");
        Files.writeString(project.resolve("lambdas/app.py"), "def handler(): pass\n");
        Files.writeString(folder.resolve("secret.txt"), "outside");
    }

    @Test
    void findsFilesAndFolders() {
        DiskFiles files = new DiskFiles(project);

        assertThat(files.isFile("lambdas/app.py")).isTrue();
        assertThat(files.isDirectory("lambdas/app.py")).isFalse();
        assertThat(files.isDirectory("./lambdas/")).isTrue();
        assertThat(files.isFile("lambdas/none.py")).isFalse();
        assertThat(files.isFile("lambdas\0")).isFalse();
    }

    @Test
    void seesNothingOutsideTheProject() {
        DiskFiles files = new DiskFiles(project);

        assertThat(files.isFile("../secret.txt")).isFalse();
        assertThat(files.isFile(folder.resolve("secret.txt").toString())).isFalse();
        assertThat(files.isDirectory("..")).isFalse();
    }

    @Test
    void followsLinksOnlyInside() throws IOException {
        Files.createSymbolicLink(project.resolve("out.txt"), folder.resolve("secret.txt"));
        Files.createSymbolicLink(project.resolve("in.py"), project.resolve("lambdas/app.py"));
        DiskFiles files = new DiskFiles(project);

        assertThat(files.isFile("out.txt")).isFalse();
        assertThat(files.isFile("in.py")).isTrue();
    }

    @Test
    void readsJsonAsPlainData() throws IOException {
        Files.writeString(project.resolve("items.json"), "[{ \"id\": \"1\", \"price\": 1.10 }]");

        assertThat(new DiskFiles(project).json("items.json").value())
                .contains(List.of(Map.of("id", "1", "price", new BigDecimal("1.10"))));
    }

    @Test
    void saysWhereTextStopsBeingJson() throws IOException {
        Files.writeString(project.resolve("twice.json"), "{ \"id\": 1,\n  \"id\": 2 }");
        Files.writeString(project.resolve("two.json"), "[] []");

        assertThat(new DiskFiles(project).json("twice.json").problem())
                .hasValueSatisfying(problem ->
                        assertThat(problem).startsWith("line 2, column").contains("id"));
        assertThat(new DiskFiles(project).json("two.json").problem()).isPresent();
    }
}
