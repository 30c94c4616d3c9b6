package dev.tollgate.gateway.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.Zip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What functions find of their layers, where Lambda's runtimes look for it. */
class LayeredFunctionTest {

    private static final Path FUNCTIONS = Path.of("src", "test", "resources", "functions");

    @TempDir
    private Path temp;

    @Test
    void findsModulesOfPython() throws IOException {
        RequiredTool.orSkip("python3");
        Path code = zip("code", Map.of("app.py", """
                import fonts, os, shared, subprocess
                def handler(event, context):
                    return [shared.NAME, fonts.NAME, subprocess.run("tool", capture_output=True, text=True).stdout.strip(),
                            os.environ["LD_LIBRARY_PATH"].endswith("/opt/lib")]
                """));
        Path one = zip(
                "one",
                Map.of("python/shared.py", "NAME = 'one'", "python/fonts.py", "NAME = 'fonts of one'", "bin/tool", ""));
        Path two = zip(
                "two",
                Map.of(
                        "python/lib/python3.11/site-packages/shared.py",
                        "NAME = 'installed'",
                        "python/fonts.py",
                        "NAME = 'fonts of two'"));

        assertThat(answer(
                        code,
                        List.of(one, two),
                        "app.handler",
                        "python3.11",
                        Map.of("bin/tool", "#!/bin/sh\necho tool\n")))
                .isEqualTo(new Invocation.Answered("[\"installed\", \"fonts of two\", \"tool\", true]"));
    }

    @Test
    void findsModulesOfNode() throws IOException {
        RequiredTool.orSkip("node");
        Path code = zip(
                "code",
                Map.of(
                        "app.js",
                        "const names = [require('shared'), require('fonts')]; exports.handler = async () => names;"));
        Path layer = zip(
                "layer",
                Map.of(
                        "nodejs/node_modules/shared/index.js",
                        "module.exports = 'shared';",
                        "nodejs/node_modules/fonts/index.js",
                        "module.exports = 'of any version';",
                        "nodejs/node22/node_modules/fonts/index.js",
                        "module.exports = 'of version 22';"));

        assertThat(answer(code, List.of(layer), "app.handler", "nodejs22.x", Map.of()))
                .isEqualTo(new Invocation.Answered("[\"shared\",\"of version 22\"]"));
    }

    @Test
    void findsAProgramThatIsTheRuntime() throws IOException {
        RequiredTool.orSkip("python3");
        Path code = zip("code", Map.of("README", ""));

        assertThat(answer(
                        code,
                        List.of(zip("layer", Map.of("README", ""))),
                        "echo",
                        "provided.al2023",
                        Map.of("bootstrap", Files.readString(FUNCTIONS.resolve("program/bootstrap")))))
                .isInstanceOf(Invocation.Answered.class);
    }

    @Test
    void findsJarsOfJava() throws IOException {
        Path classes = Files.createDirectories(temp.resolve("classes"));
        OwnRuntimesTest.compile(classes);
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(jar);
                Stream<Path> files = Files.list(classes)) {
            for (Path file : files.sorted().toList()) {
                out.putNextEntry(new JarEntry(file.getFileName().toString()));
                out.write(Files.readAllBytes(file));
            }
        }
        Path layer = temp.resolve("layer.zip");
        Zip.write(layer, Map.of("java/lib/shop.jar", jar.toByteArray()));

        assertThat(answer(
                        zip("code", Map.of("README", "")),
                        List.of(layer),
                        "ShopHandler::handleRequest",
                        "java17",
                        Map.of()))
                .isInstanceOf(Invocation.Answered.class);
    }

    /** What a function of {@code code} and {@code layers} answers, {@code programs} made executable in them. */
    private Invocation answer(
            Path code, List<Path> layers, String handler, String runtime, Map<String, String> programs)
            throws IOException {
        try (UnpackedFunction unpacked =
                UnpackedFunction.of(code, layers, temp.resolve("unpacked"), Optional.empty())) {
            for (Map.Entry<String, String> program : programs.entrySet()) {
                Path file = unpacked.layers().orElseThrow().resolve(program.getKey());
                Files.writeString(file, program.getValue());
                assertThat(file.toFile().setExecutable(true)).isTrue();
            }
            SortedMap<String, String> environment = new TreeMap<>();
            LocalFunction function =
                    new LocalFunction("dev-layered", temp, handler, runtime, 256, Runs.PATIENCE, environment);
            try (Runs runs = Runs.of(function.in(unpacked.code(), unpacked.layers()))) {
                return runs.invoke("{\"title\":\"Dune\"}");
            }
        }
    }

    private Path zip(String name, Map<String, String> files) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        files.forEach((path, text) -> parts.put(path, text.getBytes(StandardCharsets.UTF_8)));
        Path zip = temp.resolve(name + ".zip");
        Zip.write(zip, parts);
        return zip;
    }
}
