package dev.tollgate.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.FunctionCode;
import dev.tollgate.testing.Folder;
import dev.tollgate.testing.Zip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real commands in clean copies of a source. */
class BuildsTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("PATH", System.getenv("PATH"));

    @TempDir
    private Path temp;

    private Folder project;
    private Builds builds;

    @BeforeEach
    void makeProject() throws IOException {
        project = new Folder(temp);
        project.write("f/app.py", "def handler(event, context): pass\n");
        builds = new Builds(temp);
    }

    @Test
    void seesWhatACleanCloneWouldHave() throws IOException, InterruptedException {
        project.write(".gitignore", "*.log\n");
        project.write("f/.gitignore", "/made\n");
        project.write("f/made/old.py", "");
        project.write("f/debug.log", "");
        project.write("f/node_modules/left/index.js", "");
        project.write("f/.tollgateignore", "tests/\n");
        project.write("f/tests/test_app.py", "");
        project.write("f/run", "#!/bin/sh\n");
        assertThat(project.resolve("f/run").toFile().setExecutable(true)).isTrue();

        assertThat(made("find . -type f | sort > made.txt; test -x run", "."))
                .containsOnlyKeys("app.py", "made.txt", "run");
        assertThat(text("made.txt", made("find . -type f | sort > ../said; mv ../said made.txt", ".")))
                .isEqualTo("./.gitignore\n./.tollgateignore\n./app.py\n./run\n./tests/test_app.py\n");
    }

    @Test
    void hearsOfNoCredentials() throws IOException, InterruptedException {
        Map<String, String> environment = Map.of(
                "PATH",
                System.getenv("PATH"),
                "AWS_ACCESS_KEY_ID",
                "key",
                "AWS_SESSION_TOKEN",
                "token",
                "TF_VAR_google_secret",
                "secret",
                "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
                "token",
                "NPM_TOKEN",
                "kept");
        FunctionCode.Built code = new FunctionCode.Built("f", "env | sort > said.txt", "said.txt");

        assertThat(builds.build(code, environment)).isInstanceOf(Builds.Made.class);

        assertThat(text("said.txt", Zip.read(builds.zip(code).orElseThrow())))
                .contains(
                        "NPM_TOKEN=kept",
                        "SOURCE_DATE_EPOCH=315532800",
                        "AWS_CONFIG_FILE=/dev/null",
                        "AWS_SHARED_CREDENTIALS_FILE=/dev/null")
                .doesNotContain("AWS_ACCESS_KEY_ID", "AWS_SESSION_TOKEN", "TF_VAR_", "ACTIONS_ID_TOKEN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mkdir dist; cp app.py dist                               | dist          | app.py",
                "mkdir -p a/b; cp app.py a/b                              | a             | b/app.py",
                "cp app.py bootstrap; chmod +x bootstrap                  | bootstrap     | bootstrap",
                "python3 -m zipfile -c f.zip app.py                       | f.zip         | app.py",
                "python3 -m zipfile -c f.zip app.py; mv f.zip f.jar       | ./f.jar       | app.py"
            })
    void packsWhatTheCommandMakes(String command, String output, String name) throws IOException, InterruptedException {
        assertThat(made(command, output)).containsOnlyKeys(name);
    }

    @Test
    void packsAZipAgainSoThatItsTimesDoNotCount() throws IOException, InterruptedException {
        String at = "import zipfile; z = zipfile.ZipFile('f.zip', 'w');"
                + " i = zipfile.ZipInfo('app.py', (YEAR, 1, 1, 0, 0, 0)); i.external_attr = 0o755 << 16;"
                + " z.writestr(i, 'x'); z.close()";
        byte[] one = bytes("python3 -c \"" + at.replace("YEAR", "2001") + "\"", "f.zip");
        byte[] other = bytes("python3 -c \"" + at.replace("YEAR", "2002") + "\"", "f.zip");

        assertThat(one).isEqualTo(other);
        assertThat(ReadyZip.contents(zip("python3 -c \"" + at.replace("YEAR", "2001") + "\"", "f.zip"), "f")
                        .entries()
                        .values())
                .singleElement()
                .extracting(Entry::mode)
                .isEqualTo(0100755);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo said; echo wrong >&2; exit 3 | .       | ended with exit 3                          | said;wrong;",
                "absent-command                    | .       | ended with exit 127                        | ",
                "true                              | dist    | made no `dist`                             | ",
                "mkdir dist                        | dist    | made no `dist`                             | ",
                "ln -s /etc/passwd out             | out     | made what cannot be packed: `out` leads to | ",
                "ln -s /etc leaving                | .       | made what cannot be packed: `leaving` lead | ",
                "echo no zip > f.zip               | f.zip   | made what cannot be packed: `f.zip` is not | "
            })
    void saysWhyThereIsNoPackage(String command, String output, String why, String printed)
            throws IOException, InterruptedException {
        FunctionCode.Built code = new FunctionCode.Built("f", command, output);

        assertThat(builds.build(code, ENVIRONMENT)).isInstanceOfSatisfying(Builds.Failed.class, failed -> {
            assertThat(failed.why()).startsWith(why);
            if (printed != null) {
                assertThat(failed.output()).isEqualTo(printed.replace(";", "\n"));
            }
        });
        assertThat(builds.zip(code)).isEmpty();
    }

    @Test
    void refusesASourceThatCannotBeCopied() throws IOException, InterruptedException {
        Files.createSymbolicLink(project.resolve("f/etc"), Path.of("/etc"));

        assertThat(builds.build(new FunctionCode.Built("f", "true", "."), ENVIRONMENT))
                .isInstanceOfSatisfying(Builds.Failed.class, failed -> assertThat(failed.why())
                        .isEqualTo("cannot copy its source: `f/etc` leads to `/etc`, outside the project"));
    }

    @Test
    void knowsAgainWhatItHasBuilt() throws IOException, InterruptedException {
        FunctionCode.Built code = new FunctionCode.Built("f", "true", ".");
        assertThat(builds.zip(code)).isEmpty();
        builds.build(code, ENVIRONMENT);
        Optional<Path> built = builds.zip(code);
        assertThat(built).isPresent();

        project.write("f/.gitignore", "*.log\n");
        assertThat(builds.zip(code)).isEmpty();
        Files.delete(project.resolve("f/.gitignore"));
        project.write("f/__pycache__/app.pyc", "");

        assertThat(builds.zip(code)).isEqualTo(built);
        assertThat(builds.zip(new FunctionCode.Built("f", "true # more", "."))).isEmpty();
        assertThat(builds.zip(new FunctionCode.Built("f", "true", "app.py"))).isEmpty();
        project.append("f/app.py", "# more\n");
        assertThat(builds.zip(code)).isEmpty();
    }

    @Test
    void saysWhetherTheSameSourceMadeOtherBytes() throws IOException, InterruptedException {
        FunctionCode.Built same = new FunctionCode.Built("f", "true", ".");
        FunctionCode.Built other = new FunctionCode.Built("f", "date +%N > now", ".");

        assertThat(Stream.of(run(same), run(same), run(other), run(other)))
                .extracting(Builds.Made::differs)
                .containsExactly(false, false, false, true);
    }

    @Test
    void keepsItsFolderFromGitAndFromGrowing() throws IOException, InterruptedException {
        Folder kept = new Folder(project.resolve(Builds.FOLDER));
        run(new FunctionCode.Built("f", "true", "."));
        kept.write("f-of-somebody-else.zip", "");
        for (int i = 0; i < 12; i++) {
            String old = String.format("f-%016x.zip", i);
            kept.write(old, "");
            Files.setLastModifiedTime(kept.resolve(old), FileTime.fromMillis(1000L * i));
        }
        run(new FunctionCode.Built("f", "echo", "."));

        assertThat(project.resolve(".tollgate/.gitignore")).hasContent("*");
        try (Stream<Path> all = Files.list(kept.path())) {
            assertThat(all.map(file -> file.getFileName().toString()).sorted())
                    .hasSize(9)
                    .contains("f-of-somebody-else.zip", "f-000000000000000b.zip", "f-0000000000000006.zip")
                    .doesNotContain("f-0000000000000005.zip");
        }
    }

    @Test
    void keepsEveryPackageOfOneRun() throws IOException, InterruptedException {
        List<FunctionCode.Built> all = IntStream.range(0, 10)
                .mapToObj(i -> new FunctionCode.Built("f", "echo " + i + " > made", "."))
                .toList();
        for (FunctionCode.Built one : all) {
            run(one);
        }

        for (FunctionCode.Built one : all) {
            assertThat(new Builds(temp).zip(one)).isPresent();
        }
    }

    /** As {@code serve --watch} does for hours. */
    @Test
    void keepsNoPackageOfEveryEditThatItHasBuilt() throws IOException, InterruptedException {
        FunctionCode.Built code = new FunctionCode.Built("f", "true", ".");
        for (int edit = 0; edit < 12; edit++) {
            project.write("f/app.py", "edit = " + edit);
            run(code);
        }

        try (Stream<Path> all = Files.list(project.resolve(Builds.FOLDER))) {
            assertThat(all).hasSize(8);
        }
        assertThat(builds.zip(code)).isPresent();
    }

    @Test
    void keepsTheLinksOfAZip() throws IOException, InterruptedException {
        project.write("f/zip.py", """
                import zipfile
                z = zipfile.ZipFile("f.zip", "w")
                i = zipfile.ZipInfo("a/link.py")
                i.create_system, i.external_attr = 3, 0o120777 << 16
                z.writestr(i, "../app.py")
                z.write("app.py")
                z.close()
                """);

        assertThat(ReadyZip.contents(zip("python3 zip.py", "f.zip"), "f").entries())
                .extractingByKey("a/link.py")
                .extracting(Entry::mode)
                .isEqualTo(0120777);
    }

    private Builds.Made run(FunctionCode.Built code) throws IOException, InterruptedException {
        Builds.Outcome outcome = builds.build(code, ENVIRONMENT);
        assertThat(outcome).isInstanceOf(Builds.Made.class);
        return (Builds.Made) outcome;
    }

    private Path zip(String command, String output) throws IOException, InterruptedException {
        FunctionCode.Built code = new FunctionCode.Built("f", command, output);
        run(code);
        return builds.zip(code).orElseThrow();
    }

    private byte[] bytes(String command, String output) throws IOException, InterruptedException {
        return Files.readAllBytes(zip(command, output));
    }

    private Map<String, byte[]> made(String command, String output) throws IOException, InterruptedException {
        return Zip.read(zip(command, output));
    }

    private static String text(String name, Map<String, byte[]> parts) {
        return new String(parts.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }
}
