package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.testing.Folder;
import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.Synthesis;
import dev.tollgate.testing.Zip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults in what is emitted and in handlers turn the matrix red, each at the cell that it is about. */
class SmokeFaultsTest {

    private static final Path FILES = Path.of("src/test/resources/smoke");
    private static final String UNSEEN = "unseen: ";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path project;

    @TempDir
    private Path folder;

    @BeforeAll
    static void synthesize() {
        RequiredTool.orSkip("node");
        Folder.copy(FILES, project);
        Synthesis.of(project, project.resolve("cdktf.out"));
    }

    static List<String> faults() throws IOException {
        return Files.readAllLines(FILES.resolve("faults.csv")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.split(" \\| ", -1)).map(String::strip).toList();
    }

    private CommandOutcome smoke(String environment, String... more) {
        List<Object> all = new ArrayList<>(
                List.of("smoke", "-e", environment, "--project", project, "--stacks", folder.resolve("cdktf.out")));
        all.addAll(List.of(more));
        return CommandOutcome.of(Map.of("PATH", System.getenv("PATH"), "HOME", "/nowhere"), terminal -> terminal, all);
    }

    private Path stack(String environment) {
        Path stack = folder.resolve("cdktf.out/stacks").resolve(environment);
        Folder.copy(project.resolve("cdktf.out/stacks").resolve(environment), stack);
        return stack;
    }

    @ParameterizedTest
    @MethodSource("faults")
    void turnsRed(String row) throws IOException {
        List<String> fault = cells(row);
        Path stack = stack(fault.get(0));
        if (fault.get(2).equals("handler")) {
            Path zip = stack.resolve("functions/api.zip");
            Map<String, byte[]> files = Zip.read(zip);
            assertThat(files).containsKey("index.mjs");
            files.put("index.mjs", fault.get(3).getBytes(StandardCharsets.UTF_8));
            Zip.write(zip, files);
        } else {
            spoil(stack.resolve("cdk.tf.json"), fault.get(2), fault.get(3));
        }

        CommandOutcome smoke = smoke(fault.get(0));

        String said = smoke.out() + smoke.err();
        if (fault.get(4).startsWith(UNSEEN)) {
            assertThat(smoke.exit()).as(said).isZero();
            return;
        }
        assertThat(smoke.exit()).as(said).isEqualTo(1);
        assertThat(said).containsPattern(fault.get(4).contains("`") ? Pattern.quote(fault.get(4)) : fault.get(4));
    }

    private static void spoil(Path file, String where, String by) throws IOException {
        ObjectNode stack = (ObjectNode) JSON.readTree(file.toFile());
        JsonPointer pointer = JsonPointer.compile("/resource" + where);
        ObjectNode owner = (ObjectNode) stack.at(pointer.head());
        String name = pointer.last().getMatchingProperty();
        if (by.equals("remove")) {
            assertThat(owner.has(name)).as(where).isTrue();
            owner.remove(name);
        } else {
            owner.set(name, JSON.readTree(by));
            if (where.endsWith("/delete_goods")) {
                ((ObjectNode) stack.at("/resource/aws_api_gateway_integration"))
                        .set("delete_goods", alike(stack.at("/resource/aws_api_gateway_integration/get_goods")));
            }
        }
        JSON.writeValue(file.toFile(), stack);
    }

    private static ObjectNode alike(com.fasterxml.jackson.databind.JsonNode integration) {
        ObjectNode copy = integration.deepCopy();
        copy.remove("depends_on");
        return copy.put("http_method", "DELETE");
    }

    @Test
    void namesClientsAsTheFileDoesAndFindsNothingWrong() {
        for (String environment : List.of("rest", "http")) {
            stack(environment);

            CommandOutcome smoke = smoke(environment);

            assertThat(smoke.exit()).as(smoke.out() + smoke.err()).isZero();
            assertThat(smoke.out()).contains("client reader ", "client editor ", "client people ");
            assertThat(smoke.err()).isEqualTo("82 asked, 0 unexpected answers\n");
        }
    }

    /** What a function answers when it fails may be known; where nobody was let in, that is said. */
    @Test
    void takesAFailureThatIsExpectedAndCountsItAloud() throws IOException {
        Path zip = stack("http").resolve("functions/api.zip");
        Map<String, byte[]> files = Zip.read(zip);
        files.put(
                "index.mjs",
                "export const handler = async () => ({ statusCode: 503 });".getBytes(StandardCharsets.UTF_8));
        Zip.write(zip, files);

        CommandOutcome expected = smoke("http", "--expect", "5xx");
        CommandOutcome one = smoke("http", "--expect", "GET /goods=503");
        CommandOutcome wrong = smoke("http", "--expect", "GET /good=503");
        CommandOutcome malformed = smoke("http", "--expect", "200");

        assertThat(expected.exit()).as(expected.out() + expected.err()).isZero();
        assertThat(expected.err()).containsPattern("82 asked, 0 unexpected answers; \\d+ answers are 5xx");
        assertThat(one.exit()).isEqualTo(1);
        assertThat(one.out())
                .containsPattern("GET /goods +client reader +let in +503 +ok")
                .containsPattern("GET /me +client reader +let in +503 +WRONG");
        assertThat(one.err()).contains("nobody was let in to `GET /me`");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("the environment file has no such route");
        assertThat(malformed.exit()).isEqualTo(2);
    }
}
