package dev.tollgate.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.Folder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in a package, and its bytes. */
@SuppressWarnings("NullAway") // what is looked up here was put there before
class PackageContentsTest {

    @TempDir
    private Path temp;

    private Folder project;

    @BeforeEach
    void project() throws IOException {
        project = new Folder(Files.createDirectory(temp.resolve("project")));
        project.write("src/f/app.py", "def handler(event, context): pass\n");
    }

    @Test
    void holdsWhateverARuntimeMayNeed() throws IOException {
        project.write("src/f/test/helper.py", "");
        project.write("src/f/node_modules/.pnpm/a@1/node_modules/a/index.js", "");
        project.write("src/f/node_modules/a/test/index.js", "");
        project.write("src/f/.config/settings.json", "{}");
        project.write("src/f/README.md", "");

        assertThat(names())
                .containsExactly(
                        ".config/settings.json",
                        "README.md",
                        "app.py",
                        "node_modules/.pnpm/a@1/node_modules/a/index.js",
                        "node_modules/a/test/index.js",
                        "test/helper.py");
    }

    @Test
    void leavesOutWhatNoFunctionReads() throws IOException {
        for (String name : List.of(".git/HEAD", ".venv/bin/python", "lib/__pycache__/a.pyc", ".DS_Store")) {
            project.write("src/f/" + name, "");
        }

        assertThat(names()).containsExactly("app.py");
    }

    @Test
    void asksEveryIgnoreFileOnTheWayTheNearestFirst() throws IOException {
        project.write(".tollgateignore", "*.md\n/src/f/secret/\n");
        project.write("src/f/.tollgateignore", "tests/\n!KEEP.md\n!.venv/\n");
        project.write("src/f/deep/.tollgateignore", "/only-here.txt\n");
        for (String name : List.of(
                "notes.md",
                "KEEP.md",
                "secret/key",
                "tests/test_app.py",
                "lib/tests/a.py",
                ".venv/a",
                "deep/only-here.txt",
                "deep/er/only-here.txt")) {
            project.write("src/f/" + name, "");
        }

        assertThat(names()).containsExactly(".venv/a", "KEEP.md", "app.py", "deep/er/only-here.txt");
    }

    @Test
    void packsASourceThatIsALink() throws IOException {
        project.move("src/f", "shared");
        project.write("shared/lib/more.py", "");
        Files.createSymbolicLink(project.resolve("src/f"), Path.of("../shared"));

        assertThat(names()).containsExactly("app.py", "lib/more.py");
    }

    @Test
    void replacesALinkToElsewhereInTheProjectByWhatItLeadsTo() throws IOException {
        project.write("shared/lib/more.py", "more");
        project.write("shared/one.txt", "one");
        link("src/f/lib", "../../shared/lib");
        link("src/f/one.txt", "../../shared/one.txt");

        PackageContents contents = contents();

        assertThat(contents.entries().keySet()).containsExactly("app.py", "lib/more.py", "one.txt");
        assertThat(contents.entries().values()).allMatch(entry -> entry instanceof Entry.File);
        assertThat(contents.holds("lib/more.py")).isTrue();
    }

    @Test
    void keepsALinkToSomethingInTheFolderAsNodeResolvesByRealPaths() throws IOException {
        project.write("src/f/node_modules/.pnpm/a@1/node_modules/a/index.js", "");
        link("src/f/node_modules/a", ".pnpm/a@1/node_modules/a");
        link("src/f/node_modules/.pnpm/a@1/self", "..");

        PackageContents contents = contents();

        assertThat(contents.entries().get("node_modules/a"))
                .isEqualTo(new Entry.Link(".pnpm/a@1/node_modules/a", "node_modules/.pnpm/a@1/node_modules/a"));
        assertThat(contents.holds("node_modules/a/index.js")).isTrue();
        assertThat(contents.holds("node_modules/a/other.js")).isFalse();
        assertThat(contents.refused()).isEmpty();
    }

    @Test
    void refusesALinkThatLeavesTheProject() throws IOException {
        Path outside = Files.createDirectory(temp.resolve("outside")).toRealPath();
        link("src/f/lib", outside.toString());
        link("src/f/passwd", "../../../passwd");
        Files.writeString(temp.resolve("passwd"), "");

        assertThat(contents().refused())
                .containsExactly(
                        new Unpackable("src/f/lib", "leads to `" + outside + "`, outside the project"),
                        new Unpackable(
                                "src/f/passwd",
                                "leads to `" + temp.toRealPath().resolve("passwd") + "`, outside the project"));
    }

    @Test
    void refusesASourceThatLeavesTheProject() throws IOException {
        Path outside = Files.createDirectory(temp.resolve("outside")).toRealPath();
        link("src/g", outside.toString());

        assertThat(PackageContents.of(project.path(), "src/g").refused())
                .containsExactly(new Unpackable("src/g", "leads to `" + outside + "`, outside the project"));
    }

    @Test
    void refusesLinksToNothingInACircleAndToWhatIsLeftOut() throws IOException {
        project.write("src/f/.tollgateignore", "left/\n");
        project.write("src/f/left/out.txt", "");
        link("src/f/a-nothing", "nowhere");
        link("src/f/b-circle", "../../src");
        link("src/f/c-left", "left");
        project.write("shared/a.txt", "");
        link("shared/back", "../src/f");
        link("src/f/d-shared", "../../shared");

        assertThat(contents().refused())
                .containsExactly(
                        new Unpackable("src/f/a-nothing", "leads to `nowhere`, where nothing is"),
                        new Unpackable("src/f/b-circle", "leads to `src`, a folder that it is in"),
                        new Unpackable("src/f/d-shared/back", "leads to `src/f`, a folder that it is in"),
                        new Unpackable("src/f/c-left", "leads to `src/f/left`, of which nothing is packed"));
    }

    @Test
    void asksNothingOfALinkThatIsLeftOut() throws IOException {
        project.write(".tollgateignore", "venv/\n");
        link("src/f/venv", "/usr");

        assertThat(contents().refused()).isEmpty();
    }

    @Test
    void keepsWhoMayExecuteAndLetsEverybodyRead() throws IOException {
        project.write("src/f/bin/tool", "#!/bin/sh\n");
        rights("src/f/bin/tool", "rwx------");
        rights("src/f/app.py", "rw-rw----");

        assertThat(contents().entries().get("bin/tool").mode()).isEqualTo(0100755);
        assertThat(contents().entries().get("app.py").mode()).isEqualTo(0100644);
    }

    /** The digest is what any JDK on any machine must make of it: its zlib has no say. */
    @Test
    void writesTheSameZipEverywhere() throws Exception {
        project.write("src/f/more.txt", "the same again, and ".repeat(5_000));
        byte[] noise = new byte[70_000];
        new Random(16).nextBytes(noise);
        Files.write(project.resolve("src/f/noise"), noise);
        project.write("src/f/Ünï", "");
        link("src/f/link", "more.txt");
        rights("src/f/more.txt", "rwxr-xr-x");

        byte[] zip = zip();

        assertThat(zip).hasSize(70_780);
        assertThat(sha256(zip)).isEqualTo("93e2ea339cfc5980fc843574eab186db9e77e60a787cadd7c3fd3130d53427d5");
    }

    @Test
    void writesWhatTheJdkReads() throws IOException {
        Random random = new Random(5);
        for (int i = 0; i < 40; i++) {
            byte[] bytes = new byte[random.nextInt(40_000)];
            random.nextBytes(bytes);
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] %= (byte) (1 + i * 3);
            }
            Files.write(project.resolve("src/f/" + i), bytes);
        }
        Path file = temp.resolve("f.zip");
        Files.write(file, zip());

        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.size()).isEqualTo(41);
            for (ZipEntry entry : Collections.list(zip.entries())) {
                assertThat(zip.getInputStream(entry).readAllBytes())
                        .isEqualTo(Files.readAllBytes(project.resolve("src/f/" + entry.getName())));
            }
        }
        assertThat(contents().zipped()).isEqualTo(Files.size(file));
    }

    @Test
    void findsSecretsByNameAndKeysByWhatIsInThem() throws IOException {
        String key = "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n";
        project.write("src/f/.env", "");
        project.write("src/f/.env.example", "");
        project.write("src/f/.npmrc", "audit=false\n");
        project.write("src/f/conf/.npmrc", "//registry.example.com/:_authToken=abc\n");
        project.write("src/f/ca.pem", "-----BEGIN CERTIFICATE-----\n");
        project.write("src/f/key.pem", key);
        project.write("src/f/google.json", "{\"private_key\": \"" + key.replace("\n", "\\n") + "\"}");
        project.write("src/f/terraform.tfstate", "{}");
        project.write("src/f/.aws/credentials", "aws_secret_access_key = x\n");
        project.write("src/f/notes.py", key);

        assertThat(contents().secrets())
                .containsExactly(
                        ".aws/credentials", ".env", "conf/.npmrc", "google.json", "key.pem", "terraform.tfstate");
    }

    @Test
    void isTheSameZipWhateverWasCompressedBefore() throws IOException {
        project.write("src/f/a.js", "exports.handler = 1;\n".repeat(100));
        project.write("src/f/b.js", "exports.handler = 1;\n".repeat(100));
        project.write("src/f/c", "");
        Deflation shared = new Deflation();
        contents().writeTo(new ByteArrayOutputStream(), shared);
        ByteArrayOutputStream again = new ByteArrayOutputStream();

        contents().writeTo(again, shared);

        assertThat(again.toByteArray()).isEqualTo(zip());
    }

    private PackageContents contents() throws IOException {
        return PackageContents.of(project.path(), "src/f");
    }

    private List<String> names() throws IOException {
        return List.copyOf(contents().entries().keySet());
    }

    private byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        contents().writeTo(out);
        return out.toByteArray();
    }

    private void link(String name, String target) throws IOException {
        Files.createSymbolicLink(project.resolve(name), Path.of(target));
    }

    private void rights(String name, String rights) throws IOException {
        Files.setPosixFilePermissions(project.resolve(name), PosixFilePermissions.fromString(rights));
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
