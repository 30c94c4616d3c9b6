package dev.tollgate.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.testing.Golden;
import dev.tollgate.testing.Synthesis;
import dev.tollgate.testing.Variants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is emitted for every environment, to the byte; and its addresses, which are a contract. */
class GoldenTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    private static final Path OUT =
            Synthesis.stackFolder("dev").resolve("..").resolve("..").normalize();

    static List<String> environments() {
        return Synthesis.project().stream().map(made -> made.environment().id()).toList();
    }

    @ParameterizedTest
    @MethodSource("environments")
    void emitsWhatWasReviewed(String environment) throws IOException {
        Path emitted = Synthesis.stackFolder(environment).resolve(StackJson.FILE);

        Golden.hold(
                GOLDEN.resolve(environment).resolve(StackJson.FILE),
                comparable(environment, Files.readString(emitted)));
    }

    /** What javac makes differs between its versions, and so does its digest. */
    private static String comparable(String environment, String emitted) {
        return environment.equals("quotes") ? emitted.replaceFirst("(\"source_code_hash\": \")[^\"]+", "$1…") : emitted;
    }

    @ParameterizedTest
    @MethodSource("environments")
    void keepsItsAddresses(String environment) {
        Golden.hold(GOLDEN.resolve(environment).resolve("addresses.txt"), addresses(Synthesis.stack(environment)));
    }

    @ParameterizedTest
    @MethodSource("environments")
    void saysWhichKeyEachResourceComesFrom(String environment) throws IOException {
        Path sources = Synthesis.stackFolder(environment).resolve(SourceMap.FILE);

        Golden.hold(GOLDEN.resolve(environment).resolve(SourceMap.FILE), Files.readString(sources));
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

        assertThat(contents(copy.resolve("out"))).isEqualTo(contents(OUT));
    }

    /** Turkish has its own small and capital i, and the time zone is a day ahead of most. */
    @Test
    void emitsTheSameBytesInAnotherLocaleAndTimeZone(@TempDir Path work) throws IOException, InterruptedException {
        Path out = work.resolve("out");

        ForkedSynth.Ended ended = new ForkedSynth(work)
                .run(
                        List.of(
                                "-Duser.language=tr",
                                "-Duser.country=TR",
                                "-Duser.timezone=Pacific/Kiritimati",
                                "-Dfile.encoding=ISO-8859-9",
                                "-Dline.separator=\r\n"),
                        ForkedSynth.classPath(),
                        out);

        assertThat(ended.exit()).as(ended.said()).isZero();
        assertThat(contents(out)).isEqualTo(contents(OUT));
    }

    private static String addresses(JsonNode stack) {
        return String.join("\n", Variants.addresses(stack)) + "\n";
    }

    /** Every file, text as it is and packages by their bytes. */
    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
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
