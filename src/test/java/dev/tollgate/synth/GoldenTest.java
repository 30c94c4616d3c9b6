package dev.tollgate.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.testing.Golden;
import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is emitted for every environment, to the byte; and its addresses, which are a contract. */
class GoldenTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    static List<String> environments() {
        return Synthesis.project().stream().map(made -> made.environment().id()).toList();
    }

    @ParameterizedTest
    @MethodSource("environments")
    void emitsWhatWasReviewed(String environment) throws IOException {
        Path emitted = Synthesis.stackFolder(environment).resolve(StackJson.FILE);

        Golden.hold(GOLDEN.resolve(environment).resolve(StackJson.FILE), Files.readString(emitted));
    }

    @ParameterizedTest
    @MethodSource("environments")
    void keepsItsAddresses(String environment) {
        Golden.hold(GOLDEN.resolve(environment).resolve("addresses.txt"), addresses(Synthesis.stack(environment)));
    }

    @Test
    void hasAGoldenForEveryEnvironmentAndNoOther() throws IOException {
        try (Stream<Path> folders = Files.list(GOLDEN)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(environments());
        }
    }

    @Test
    void emitsTheSameBytesFromAnotherFolder() throws IOException {
        Path copy = Path.of("target", "test-synth", "another folder", "project");
        copyProject(copy);

        Synthesis.of(copy, copy.resolve("out"));

        Path here = Synthesis.stackFolder("dev").resolve("..").resolve("..").normalize();
        assertThat(contents(copy.resolve("out"))).isEqualTo(contents(here));
    }

    private static String addresses(JsonNode stack) {
        TreeSet<String> addresses = new TreeSet<>();
        stack.path("resource").properties().forEach(type -> type.getValue()
                .fieldNames()
                .forEachRemaining(name -> addresses.add(type.getKey() + "." + name)));
        stack.path("data").properties().forEach(type -> type.getValue()
                .fieldNames()
                .forEachRemaining(name -> addresses.add("data." + type.getKey() + "." + name)));
        return String.join("\n", addresses) + "\n";
    }

    private static Map<String, List<Byte>> contents(Path folder) throws IOException {
        Map<String, List<Byte>> contents = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                List<Byte> bytes = new java.util.ArrayList<>();
                for (byte b : Files.readAllBytes(file)) {
                    bytes.add(b);
                }
                contents.put(folder.relativize(file).toString(), bytes);
            }
        }
        return contents;
    }

    /** Newest file first, so that the order in which the disk lists files is another one. */
    private static void copyProject(Path copy) throws IOException {
        for (String part : List.of("lambdas", "environments")) {
            List<Path> files;
            try (Stream<Path> walk = Files.walk(Path.of(part))) {
                files = walk.filter(Files::isRegularFile)
                        .filter(file -> !file.toString().contains("node_modules"))
                        .sorted(java.util.Comparator.reverseOrder())
                        .toList();
            }
            for (Path file : files) {
                Path target = copy.resolve(file);
                Path parent = target.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.write(target, Files.readAllBytes(file));
            }
        }
    }
}
