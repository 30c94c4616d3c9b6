package dev.tollgate.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build step that slims the bindings, run as the build runs it on a folder of classes. */
@NullMarked
final class SlimBindingsStepTest {

    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path work;

    @Test
    void takesNewModulesAndDoesNothingTwice() throws Exception {
        compile("sqs_queue.SqsQueue");
        run();
        assertThat(modules()).containsExactly("sqs_queue");

        Path jar = work.resolve("slim.jar");
        Files.setLastModifiedTime(jar, LONG_AGO);
        run();
        assertThat(Files.getLastModifiedTime(jar)).isEqualTo(LONG_AGO);

        byte[] first = Files.readAllBytes(archive());
        Files.write(archive(), new byte[] {1});
        run();
        assertThat(Files.readAllBytes(archive())).isEqualTo(first);

        compile("sqs_queue.SqsQueue", "sns_topic.SnsTopic");
        run();
        assertThat(modules()).containsExactly("sns_topic", "sqs_queue");
    }

    @Test
    void namesModuleThatTheBindingsDoNotHave() throws Exception {
        Path folder = Files.createDirectories(work.resolve("stubs/com/hashicorp/cdktf/providers/aws/no_such_thing"));
        Path stub = Files.writeString(
                folder.resolve("NoSuchThing.java"),
                "package com.hashicorp.cdktf.providers.aws.no_such_thing; public class NoSuchThing {}");
        javac(work.resolve("stub-classes"), CLASS_PATH, stub);
        compile("no_such_thing.NoSuchThing");

        assertThat(run()).contains("class `User.class` refers to the binding module `no_such_thing`");
    }

    /** Compiles a class that refers to {@code types}. */
    private void compile(String... types) throws IOException {
        StringBuilder source = new StringBuilder("class User {\n");
        for (int i = 0; i < types.length; i++) {
            source.append("com.hashicorp.cdktf.providers.aws." + types[i] + " user" + i + ";\n");
        }
        Path file = Files.writeString(work.resolve("User.java"), source + "}\n");
        javac(work.resolve("classes"), CLASS_PATH + File.pathSeparator + work.resolve("stub-classes"), file);
    }

    private static void javac(Path to, String classPath, Path source) {
        int exit = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", classPath, "-d", to.toString(), source.toString());
        assertThat(exit).isZero();
    }

    private String run() throws IOException, InterruptedException {
        String bindings = Stream.of(CLASS_PATH.split(File.pathSeparator, -1))
                .filter(entry -> entry.contains("cdktf-provider-aws"))
                .findFirst()
                .orElseThrow();
        return new BuildProgram("SlimBindings")
                .run(work, work.resolve("classes"), Path.of(bindings), work.resolve("slim.jar"));
    }

    private List<String> modules() throws IOException {
        try (Stream<String> lines = Files.lines(bindingsFolder().resolve("$Module.txt"))) {
            return lines.map(line -> line.split("\\.", -1)[7])
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private Path archive() {
        return bindingsFolder().resolve("provider-aws@18.0.3.jsii.tgz");
    }

    private Path bindingsFolder() {
        return work.resolve("classes/com/hashicorp/cdktf/providers/aws");
    }
}
