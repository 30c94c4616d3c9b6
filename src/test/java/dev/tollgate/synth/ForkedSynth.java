package dev.tollgate.synth;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code tollgate synth} of this project's environments in a process of its own, with a class path of its own. */
final class ForkedSynth {

    /** Where the classes are that the build made. */
    static final Path CLASSES = Path.of("target", "classes").toAbsolutePath();

    private final Path work;

    ForkedSynth(Path work) {
        this.work = work;
    }

    /** How it ended, and what it wrote to either stream. */
    record Ended(int exit, String said) {}

    /** The class path of the tests. */
    static List<String> classPath() {
        return Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
    }

    /** Our classes without the slim bindings, in front of the bindings as published. */
    List<String> stockClassPath() throws IOException {
        Path bare = Files.createDirectories(work.resolve("classes"));
        try (var walk = Files.walk(CLASSES)) {
            for (Path from : walk.filter(Files::isRegularFile)
                    .filter(f -> !f.startsWith(CLASSES.resolve("com")) && !f.startsWith(CLASSES.resolve("software")))
                    .toList()) {
                Path to = bare.resolve(CLASSES.relativize(from));
                Files.createDirectories(to.getParent());
                Files.copy(from, to);
            }
        }
        return classPath().stream()
                .map(entry -> Path.of(entry).toAbsolutePath().equals(CLASSES) ? bare.toString() : entry)
                .toList();
    }

    Ended run(List<String> classPath, Path out, String... arguments) throws IOException, InterruptedException {
        return run(List.of(), classPath, out, arguments);
    }

    /** The same with {@code options} for the virtual machine. */
    Ended run(List<String> options, List<String> classPath, Path out, String... arguments)
            throws IOException, InterruptedException {
        Path temp = Files.createDirectories(work.resolve("temp"));
        Path said = work.resolve("said.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djava.io.tmpdir=" + temp));
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                classPath.stream().collect(Collectors.joining(File.pathSeparator)),
                "dev.tollgate.Main",
                "synth",
                "--out",
                out.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(Map.of("TMPDIR", temp.toString(), "TOLLGATE_LAUNCHED", "1"));
        int exit = builder.start().waitFor();
        return new Ended(exit, Files.readString(said, StandardCharsets.UTF_8));
    }
}
