package dev.tollgate.build;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** A program of the build, in a process of its own as the build runs it. */
@NullMarked
final class BuildProgram {

    private static final Path CLASSES = Path.of("target", "build-classes").toAbsolutePath();

    private final String name;

    BuildProgram(String name) {
        this.name = name;
    }

    /** What it says when it is given {@code arguments} and, last, where its own classes are. */
    String run(Path work, Path... arguments) throws IOException, InterruptedException {
        Path said = work.resolve("said.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                CLASSES + File.pathSeparator + System.getProperty("java.class.path"),
                "dev.tollgate.build." + name));
        for (Path argument : arguments) {
            command.add(argument.toString());
        }
        command.add(CLASSES.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        process.waitFor();
        return Files.readString(said, StandardCharsets.UTF_8);
    }
}
