package dev.tollgate.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.Folder;
import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is up to date is what a synth would make again to the byte, and nothing that anybody has touched. */
class UpToDateTest {

    private static final String ENVIRONMENT = """
            name = "shop"
            user_pool = { domain_prefix = "shop" }
            resource_servers = { api = { scopes = { all = "All" } } }
            clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["api/all"] } }
            functions = { shop = { source = "src/shop", handler = "app.handler", runtime = "python3.12", tables = ["Items"] } }
            tables = { Items = { hash_key = "id", items = "src/items.json" } }
            api_type = "http"
            routes = { "GET /items" = { function = "shop", scopes = ["api/all"] } }
            """;

    private static final String RECORD = "out/stacks/shop/.synth-record";

    @TempDir
    private static Path made;

    @TempDir
    private Path work;

    private Folder project;

    /** Something that happens to a project after a synth. */
    private interface Change {
        void in(Folder project) throws IOException;
    }

    @BeforeAll
    static void synthesize() throws IOException {
        Folder original = new Folder(made);
        original.write("environments/shop.tfvars", ENVIRONMENT);
        original.write("environments/common.tfvars", "region = \"eu-west-1\"\n");
        original.write("environments/other/shelf.tfvars", "region = \"eu-west-1\"\n" + ENVIRONMENT);
        original.write("src/items.json", "[{\"id\": \"1\"}]\n");
        original.write("src/shop/app.py", "def handler(event, context):\n    return {}\n");
        original.write("src/shop/more/data.txt", "data\n");
        original.write("src/shop/.tollgateignore", "tests/\n/README.md\n/kept\n!/kept\n");
        original.write("src/shop/README.md", "about\n");
        original.write("src/shop/tests/test_app.py", "assert True\n");
        Synthesis.of(made, original.resolve("out"));
    }

    /** In a place of its own: a record is for wherever the project is. */
    @BeforeEach
    void copy() throws IOException {
        project = new Folder(made).copyTo(work.resolve("project"));
    }

    private static void add(List<Named<Change>> changes, String name, Change change) {
        changes.add(Named.of(name, change));
    }

    private static void cut(Path file, int bytes) throws IOException {
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, all.length - bytes));
    }

    private static void rights(Path file, String rights) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    /** A change in what a link leads to is a change of the function. */
    @Test
    void looksBehindLinks() throws IOException {
        project.write("src/shared/more.txt", "x");
        Files.createSymbolicLink(project.resolve("src/shop/shared"), Path.of("../shared"));
        Synthesis.of(project.path(), project.resolve("out"));
        assertThat(isUpToDate(project, "shop")).isTrue();

        project.append("src/shared/more.txt", "y");

        assertThat(isUpToDate(project, "shop")).isFalse();
    }

    private static boolean isUpToDate(Folder project, String name) {
        Pipeline pipeline = new Pipeline(project.path(), LocalDate.of(2026, 11, 21));
        List<Judged> judged = pipeline.validate(List.of(name));
        return judged.stream().noneMatch(Judged::blocks)
                && !pipeline.upToDate(judged, project.resolve("out")).isEmpty();
    }

    @Test
    void leavesWhatNobodyTouched() {
        assertThat(isUpToDate(project, "shop")).isTrue();
        assertThat(isUpToDate(project, "shelf")).isTrue();
    }

    static List<Named<Change>> changes() {
        List<Named<Change>> changes = new ArrayList<>();
        add(changes, "the environment file", in -> in.append("environments/shop.tfvars", "#"));
        add(changes, "its name", in -> in.move("environments/shop.tfvars", "environments/shop.tfvars.json"));
        add(changes, "its folder", in -> {
            in.move("environments/shop.tfvars", "environments/other/shop.tfvars");
            in.write("environments/other/common.tfvars", "region = \"eu-west-1\"\n");
        });
        add(changes, "common.tfvars", in -> in.append("environments/common.tfvars", " "));
        add(changes, "a new common file", in -> in.write("environments/common.tfvars.json", "{}"));
        add(changes, "a function's file", in -> in.append("src/shop/app.py", "\n"));
        add(changes, "a file in a function's folder", in -> in.append("src/shop/more/data.txt", "\n"));
        add(changes, "a new file of a function", in -> in.write("src/shop/new.txt", ""));
        add(changes, "a function's file gone", in -> in.delete("src/shop/more/data.txt"));
        add(changes, "a function's file renamed", in -> in.move("src/shop/more/data.txt", "src/shop/data.txt"));
        add(changes, "a hidden file of a function", in -> in.write("src/shop/.settings", "x"));
        add(changes, "who may execute a function's file", in -> rights(in.resolve("src/shop/app.py"), "rwxr-xr-x"));
        add(changes, "what a function leaves out", in -> in.write("src/shop/.tollgateignore", "tests/\n"));
        add(changes, "a link among a function's files", in -> {
            in.write("src/shared/more.txt", "x");
            Files.createSymbolicLink(in.resolve("src/shop/shared"), Path.of("../shared"));
        });
        add(changes, "a link to another file", in -> in.link("src/shop/more/data.txt", "../app.py"));
        add(changes, "the items", in -> in.append("src/items.json", "\n"));
        add(changes, "the emitted JSON", in -> in.append("out/stacks/shop/cdk.tf.json", "\n"));
        add(changes, "no emitted JSON", in -> in.delete("out/stacks/shop/cdk.tf.json"));
        add(changes, "a package", in -> in.append("out/stacks/shop/functions/shop.zip", "\n"));
        add(changes, "no package", in -> in.delete("out/stacks/shop/functions/shop.zip"));
        add(changes, "a package too many", in -> in.write("out/stacks/shop/functions/shelf.zip", ""));
        add(changes, "a folder of packages", in -> Files.createDirectory(in.resolve("out/stacks/shop/functions/more")));
        add(changes, "a link for the emitted JSON", in -> in.link("out/stacks/shop/cdk.tf.json"));
        add(changes, "a link for a package", in -> in.link("out/stacks/shop/functions/shop.zip"));
        add(changes, "the manifest's layout", in -> in.append("out/manifest.json", "\n"));
        add(changes, "the manifest's version", in -> in.replace("out/manifest.json", "\"0.", "\"1."));
        add(
                changes,
                "the manifest's path",
                in -> in.replace("out/manifest.json", "stacks/shop/cdk", "stacks/shelf/cdk"));
        add(
                changes,
                "the manifest without it",
                in -> in.replace("out/manifest.json", "\"shop\": {", "\"shopping\": {"));
        add(changes, "no manifest", in -> in.delete("out/manifest.json"));
        add(changes, "a manifest that is none", in -> in.write("out/manifest.json", "{"));
        add(changes, "a manifest of a list", in -> in.write("out/manifest.json", "[]"));
        add(changes, "a link for the manifest", in -> in.link("out/manifest.json"));
        add(changes, "no record", in -> in.delete(RECORD));
        add(changes, "an empty record", in -> in.write(RECORD, ""));
        add(changes, "a record cut short", in -> cut(in.resolve(RECORD), 1));
        add(changes, "a record cut in half", in -> cut(in.resolve(RECORD), 400));
        add(changes, "a record with a line more", in -> in.append(RECORD, "made more 0\n"));
        add(changes, "a record twice", in -> in.append(RECORD, Files.readString(in.resolve(RECORD))));
        add(changes, "another environment's record", in -> {
            in.delete(RECORD);
            Files.copy(in.resolve("out/stacks/shelf/.synth-record"), in.resolve(RECORD));
        });
        add(changes, "a record of another build", in -> {
            String record = Files.readString(in.resolve(RECORD));
            in.write(RECORD, record.replaceFirst("tollgate \\w{64}", "tollgate " + "0".repeat(64)));
        });
        add(changes, "a link for the record", in -> in.link(RECORD));
        add(changes, "a folder for the record", in -> {
            in.delete(RECORD);
            in.write(RECORD + "/file", "");
        });
        add(changes, "a record of eight gigabytes", in -> {
            try (RandomAccessFile record =
                    new RandomAccessFile(in.resolve(RECORD).toFile(), "rw")) {
                record.setLength(8L << 30);
            }
        });
        add(changes, "a record of no text", in -> {
            byte[] noise = new byte[5000];
            new Random(3).nextBytes(noise);
            Files.write(in.resolve(RECORD), noise);
        });
        return changes;
    }

    @ParameterizedTest
    @MethodSource("changes")
    void makesAgainWhatWasTouched(Change change) throws IOException {
        change.in(project);

        assertThat(isUpToDate(project, "shop")).isFalse();
    }

    static List<Named<Change>> changesElsewhere() {
        List<Named<Change>> changes = new ArrayList<>();
        add(changes, "a README of a function", in -> in.append("src/shop/README.md", "more\n"));
        add(changes, "a function's tests", in -> in.append("src/shop/tests/test_app.py", "#\n"));
        add(changes, "a cache of a function", in -> in.write("src/shop/__pycache__/app.pyc", "x"));
        add(changes, "who may read a function's file", in -> rights(in.resolve("src/shop/app.py"), "rw-------"));
        add(changes, "what a function leaves out in other words", in -> in.append("src/shop/.tollgateignore", "#\n"));
        add(changes, "a folder made a link", in -> {
            in.move("src/shop/more", "src/more");
            Files.createSymbolicLink(in.resolve("src/shop/more"), Path.of("../more"));
        });
        add(changes, "the source made a link", in -> {
            in.move("src/shop", "src/elsewhere");
            Files.createSymbolicLink(in.resolve("src/shop"), Path.of("elsewhere"));
        });
        add(changes, "another environment", in -> in.append("environments/other/shelf.tfvars", "#"));
        add(changes, "another folder's common.tfvars", in -> in.write("environments/other/common.tfvars", ""));
        add(changes, "another environment's output", in -> in.append("out/stacks/shelf/cdk.tf.json", "#"));
        add(changes, "the manifest of another environment", in -> in.replace("out/manifest.json", "shelf/", "moved/"));
        add(changes, "Terraform's lock file", in -> in.write("out/stacks/shop/.terraform.lock.hcl", "#"));
        add(changes, "Terraform's folder", in -> in.write("out/stacks/shop/.terraform/environment", "default"));
        add(changes, "a file of the project", in -> in.write("src/notes.txt", "x"));
        return changes;
    }

    @ParameterizedTest
    @MethodSource("changesElsewhere")
    void leavesWhatOnlyOthersTouched(Change change) throws IOException {
        change.in(project);

        assertThat(isUpToDate(project, "shop")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/shop/app.py",
                "src/shop/more/data.txt",
                "out/stacks/shop/cdk.tf.json",
                "out/stacks/shop/functions/shop.zip",
                RECORD
            })
    void noticesAnyByte(String path) throws IOException {
        Path file = project.resolve(path);
        byte[] bytes = Files.readAllBytes(file);
        IntStream positions = new Random(7).ints(12, 0, bytes.length);

        for (int position :
                IntStream.concat(IntStream.of(0, bytes.length - 1), positions).toArray()) {
            byte[] changed = bytes.clone();
            changed[position] ^= 1;
            Files.write(file, changed);

            assertThat(isUpToDate(project, "shop")).as("byte " + position).isFalse();
        }
        Files.write(file, bytes);
        assertThat(isUpToDate(project, "shop")).isTrue();
    }

    /** As two synths at once may leave it: any of the files from the one, the rest from the other. */
    @Test
    void vouchesForNoMixtureOfTwoSynths() throws IOException {
        Folder other = project.copyTo(work.resolve("other"));
        other.append("src/shop/app.py", "# other\n");
        other.append("environments/shop.tfvars", "tags = { other = \"yes\" }\n");
        Synthesis.of(other.path(), other.resolve("out"), "shop");
        other.copyTo(work.resolve("other-out"));
        List<String> files = List.of("cdk.tf.json", "functions/shop.zip", ".synth-record");
        int all = (1 << files.size()) - 1;

        for (int mixture = 0; mixture <= all; mixture++) {
            for (int file = 0; file < files.size(); file++) {
                String name = "out/stacks/shop/" + files.get(file);
                Path from = (mixture & 1 << file) == 0
                        ? made.resolve(name)
                        : work.resolve("other-out").resolve(name);
                Files.copy(from, project.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                Files.copy(from, other.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
            assertThat(isUpToDate(project, "shop")).as("mixture " + mixture).isEqualTo(mixture == 0);
            assertThat(isUpToDate(other, "shop")).as("mixture " + mixture).isEqualTo(mixture == all);
        }
    }

    @Test
    void writesTheSameBytesWithARecordAndWithoutAndAnywhere() throws IOException {
        Map<String, String> before = new Folder(made.resolve("out")).contents();
        project.remove("out/stacks/shop");
        project.delete("out/stacks/shelf/.synth-record");

        Synthesis.of(project.path(), project.resolve("out"));

        assertThat(new Folder(project.resolve("out")).contents()).isEqualTo(before);
        assertThat(before.get("stacks/shop/.synth-record"))
                .doesNotContain(made.toString())
                .contains("environment environments/common.tfvars ")
                .contains("items src/items.json ");
    }

    @Test
    void mendsAManifestThatIsNone() throws IOException {
        String before = Files.readString(project.resolve("out/manifest.json"));
        project.write("out/manifest.json", "{\"stacks\": ");

        Synthesis.of(project.path(), project.resolve("out"));

        assertThat(project.resolve("out/manifest.json")).hasContent(before);
        assertThat(isUpToDate(project, "shop")).isTrue();
    }

    @Test
    void doesWithoutARecordWhereAFolderIsInItsWay() throws IOException {
        project.delete(RECORD);
        project.write(RECORD + "/file", "");

        Synthesis.of(project.path(), project.resolve("out"));

        assertThat(project.resolve(RECORD)).isDirectory();
        assertThat(isUpToDate(project, "shop")).isFalse();
        assertThat(isUpToDate(project, "shelf")).isTrue();
    }
}
