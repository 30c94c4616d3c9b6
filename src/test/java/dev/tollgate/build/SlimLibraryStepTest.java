package dev.tollgate.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.RequiredTool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build step that slims a library's npm package, run as the build runs it on a package of some lines. */
@NullMarked
final class SlimLibraryStepTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    private static final Map<String, String> PACKAGE = Map.ofEntries(
            Map.entry(
                    ".jsii",
                    "{\"name\": \"it\", \"docs\": {}, \"types\": {\"it.A\": {\"docs\": {}, \"kind\": \"class\"}}}"),
            Map.entry("LICENSE", "of the whole"),
            Map.entry("README.md", "left out"),
            Map.entry("package.json", """
                    {"name": "it", "version": "1", "author": {"name": "Them"}, "license": "MPL-2.0",
                     "homepage": "https://example.com/it", "main": "lib/index"}"""),
            Map.entry("lib/index.js", """
                    exports.early = 'early'; exports.a = require('./a'); exports.folder = require( './folder' );
                    exports.late = exports.a.late(); exports.builtIn = typeof require("fs").readFileSync;
                    """),
            Map.entry("lib/index.d.ts", "left out"),
            Map.entry(
                    "lib/a.js",
                    "exports.late = () => require('dep/sub.js').x; exports.cycle = require('./index').early;\n"),
            Map.entry("lib/folder/index.js", """
                    exports.data = require('../data.json'); exports.at = [__dirname, __filename].map(base);
                    try { require('beside-the-package'); } catch (e) { exports.beside = e.code; }
                    function base(path) { return path.slice(path.lastIndexOf('package/')); }
                    """),
            Map.entry("lib/data.json", "{\"is\": \"data\"}"),
            Map.entry("lib/never.js", "require('never')\n"),
            Map.entry("lib/mapped.js", "left out"),
            Map.entry("node_modules/dep/package.json", "{\"main\": \"./main.js\"}"),
            Map.entry(
                    "node_modules/dep/main.js",
                    "'use strict'; module.exports = (function () { return this === undefined; })();"),
            Map.entry(
                    "node_modules/dep/sub.js",
                    "exports.x = require('other'); // no line after\n//# sourceMappingURL=data:application/json;x\n"),
            Map.entry("node_modules/dep/node_modules/other/package.json", "{\"main\": \"o\"}"),
            Map.entry("node_modules/dep/node_modules/other/o.js", """
                    const dep = require('../..'); function sloppy() { return this !== undefined; }
                    module.exports = { sloppy: sloppy(), same: this === exports, dep };
                    """),
            Map.entry("node_modules/dep/node_modules/other/License.txt", "of the other"),
            Map.entry("node_modules/other/index.js", "left out"),
            Map.entry("node_modules/never/index.js", "left out"));

    @TempDir
    private Path work;

    @Test
    void makesOneOfWhatItsEntryLeadsToAndSaysWhoseThatIs() throws Exception {
        jar(PACKAGE);
        run();

        assertThat(names())
                .containsExactlyInAnyOrder(
                        ".jsii",
                        "LICENSE",
                        "NOTICE",
                        "lib/index.js",
                        "node_modules/dep/node_modules/other/License.txt",
                        "package.json");
        assertThat(content("lib/index.js"))
                .contains("\"lib/a.js\"", "node_modules/dep/node_modules/other/o.js")
                .doesNotContain("never", "left out", "sourceMappingURL");
        assertThat(content(".jsii")).isEqualTo("{\"name\":\"it\",\"types\":{\"it.A\":{\"kind\":\"class\"}}}");
        assertThat(content("NOTICE"))
                .contains(
                        "changed copy of it 1, by Them", "licenses/MPL-2.0.html", "`lib/index.js`", "example.com/it.");
    }

    @Test
    void loadsAsItDidFromManyFiles() throws Exception {
        RequiredTool.orSkip("node");
        jar(PACKAGE);
        run();
        Path one = Files.createDirectories(work.resolve("one"));
        tar("-xzf", archive().toString(), "-C", one.toString());

        assertThat(loaded(one)).isEqualTo(loaded(work.resolve("npm"))).isEqualTo("""
                {"early":"early","a":{"cycle":"early"},"folder":{"data":{"is":"data"},\
                "at":["package/lib/folder","package/lib/folder/index.js"],"beside":"MODULE_NOT_FOUND"},\
                "late":{"sloppy":true,"same":true,"dep":true},"builtIn":"function"}
                """);
    }

    private static String loaded(Path folder) throws IOException, InterruptedException {
        Process node = new ProcessBuilder("node", "-p", "JSON.stringify(require('./package'))")
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).isZero();
        return said;
    }

    @Test
    void doesNothingTwice() throws Exception {
        jar(PACKAGE);
        run();
        Files.setLastModifiedTime(archive(), LONG_AGO);
        run();
        assertThat(Files.getLastModifiedTime(archive())).isEqualTo(LONG_AGO);

        Files.write(archive(), new byte[] {1});
        run();
        assertThat(Files.size(archive())).isGreaterThan(1);
    }

    @Test
    void saysThatAPackageHasNoEntry() throws Exception {
        jar(Map.of(".jsii", "{}", "package.json", "{}"));
        assertThat(run()).contains("`package/` has no entry");
    }

    private void jar(Map<String, String> files) throws Exception {
        Path root = Files.createDirectories(work.resolve("npm"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = root.resolve("package").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        List<String> command = new ArrayList<>(
                List.of("tar", "--format=ustar", "-czf", work.resolve("it.tgz").toString(), "-C", root.toString()));
        files.keySet().stream().sorted().forEach(name -> command.add("package/" + name));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(work.resolve("cdktf.jar")))) {
            jar.putNextEntry(new JarEntry("com/hashicorp/cdktf/cdktf@1.jsii.tgz"));
            Files.copy(work.resolve("it.tgz"), jar);
        }
    }

    private String run() throws IOException, InterruptedException {
        return new BuildProgram("SlimLibrary")
                .run(work, work.resolve("classes"), work.resolve("cdktf.jar"), work.resolve("record.txt"));
    }

    private Path archive() {
        return work.resolve("classes/com/hashicorp/cdktf/cdktf@1.jsii.tgz");
    }

    private List<String> names() throws Exception {
        return Arrays.stream(tar("-tzf", archive().toString()).split("\n", -1))
                .filter(line -> !line.isEmpty())
                .map(line -> line.substring("package/".length()))
                .toList();
    }

    private String content(String name) throws Exception {
        return tar("-xzOf", archive().toString(), "package/" + name);
    }

    private static String tar(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tar"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said;
    }
}
