package dev.tollgate.gateway.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.packaging.PackageContents;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zips as Tollgate packages them, and as nobody should. */
class UnpackedFunctionTest {

    @TempDir
    private Path folder;

    @Test
    void unpacksFoldersAndFilesAndRemovesThemAgain() throws IOException {
        Path zip = zip(Map.of("index.mjs", "export {}", "inner/", "", "inner/a.txt", "a", "deep/er/b.txt", "b"));
        Path target = folder.resolve("unpacked");

        try (UnpackedFunction unpacked = UnpackedFunction.of(zip, List.of(), target, Optional.empty())) {
            assertThat(unpacked.code().resolve("index.mjs")).hasContent("export {}");
            assertThat(unpacked.code().resolve("inner/a.txt")).hasContent("a");
            assertThat(unpacked.code().resolve("deep/er/b.txt")).hasContent("b");
        }
        assertThat(target).doesNotExist();
    }

    @Test
    void removesWhatAnEarlierRunLeft() throws IOException {
        Path stale = folder.resolve("unpacked/code/stale.js");
        Files.createDirectories(folder.resolve("unpacked/code"));
        Files.writeString(stale, "");

        try (UnpackedFunction unpacked =
                UnpackedFunction.of(zip(Map.of("a.js", "")), List.of(), folder.resolve("unpacked"), Optional.empty())) {
            assertThat(unpacked.code().resolve("a.js")).exists();
            assertThat(stale).doesNotExist();
        }
    }

    @Test
    void letsNodeFindTheModulesOfLambdasRuntime() throws IOException {
        Path modules = Files.createDirectories(folder.resolve("node_modules/@aws-sdk/client-absent"));
        Files.writeString(
                modules.resolve("package.json"), "{\"name\":\"@aws-sdk/client-absent\",\"main\":\"index.js\"}");
        Files.writeString(modules.resolve("index.js"), "exports.here = 'here';");
        Path zip = zip(Map.of(
                "app.mjs", "import { here } from '@aws-sdk/client-absent'; export const handler = async () => here;"));

        try (UnpackedFunction unpacked = UnpackedFunction.of(
                        zip,
                        List.of(),
                        folder.resolve("elsewhere/unpacked"),
                        Optional.of(folder.resolve("node_modules")));
                Runs runs = Runs.of(new LocalFunction(
                        "dev-sdk",
                        unpacked.code(),
                        "app.handler",
                        "nodejs20.x",
                        128,
                        Runs.PATIENCE,
                        new TreeMap<>()))) {
            assertThat(runs.invoke("{}")).isEqualTo(new Invocation.Answered("\"here\""));
        }
        assertThat(modules.resolve("index.js")).exists();
    }

    @Test
    void refusesEntriesThatLeaveTheFolder() throws IOException {
        Path zip = zip(Map.of("../../escaped.js", "x"));

        assertThatThrownBy(() -> UnpackedFunction.of(zip, List.of(), folder.resolve("unpacked"), Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessage("`../../escaped.js` lies outside of the function");
        assertThat(folder.resolve("escaped.js")).doesNotExist();
    }

    @Test
    void keepsRightsAndLinksOfWhatTollgatePackages() throws IOException {
        Files.createDirectories(folder.resolve("project/f/bin"));
        Files.writeString(folder.resolve("project/f/bin/tool"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(
                folder.resolve("project/f/bin/tool"), PosixFilePermissions.fromString("rwx------"));
        Files.writeString(folder.resolve("project/f/a.js"), "a");
        Files.createSymbolicLink(folder.resolve("project/f/link"), Path.of("bin"));
        Path zip = folder.resolve("function.zip");
        try (OutputStream out = Files.newOutputStream(zip)) {
            PackageContents.of(folder.resolve("project"), "f").writeTo(out);
        }

        try (UnpackedFunction unpacked =
                UnpackedFunction.of(zip, List.of(), folder.resolve("unpacked"), Optional.empty())) {
            assertThat(rights(unpacked.code().resolve("bin/tool"))).isEqualTo("rwxr-xr-x");
            assertThat(rights(unpacked.code().resolve("a.js"))).isEqualTo("rw-r--r--");
            assertThat(unpacked.code().resolve("link")).isSymbolicLink();
            assertThat(unpacked.code().resolve("link/tool")).hasContent("#!/bin/sh\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc", "../..", "nowhere"})
    void refusesLinksThatLeadOut(String target) throws IOException {
        Path zip = zip(Map.of("link", target));
        byte[] bytes = Files.readAllBytes(zip);
        // The end of the zip's directory, whose one entry becomes a link made by Unix.
        int entry = bytes.length - 22 - 46 - "link".length();
        bytes[entry + 5] = 3;
        bytes[entry + 41] = (byte) 0xa1;
        Files.write(zip, bytes);

        assertThatThrownBy(() -> UnpackedFunction.of(zip, List.of(), folder.resolve("unpacked"), Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessage("the link `link` leads out of the function");
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private Path zip(Map<String, String> entries) throws IOException {
        Path zip = folder.resolve("function.zip");
        try (ZipOutputStream stream = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
                stream.putNextEntry(new ZipEntry(entry.getKey()));
                stream.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                stream.closeEntry();
            }
        }
        return zip;
    }
}
