package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.testing.Folder;
import dev.tollgate.testing.RequiredTool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The plans beside the trees of HCL are Terraform's own. A run asks it for every seventh; {@code -Dhcl.all=true} for
 * all, and {@code -Dgolden=true} writes them.
 */
class HclPlansTest {

    private static final Path TREES = Path.of("src/test/resources/hcl");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** No credentials, no account: nothing in a tree needs either to be planned. */
    private static final String OFFLINE = """
            provider "aws" {
              %s
              access_key                  = "x"
              secret_key                  = "x"
              skip_credentials_validation = true
              skip_requesting_account_id  = true
              skip_metadata_api_check     = true
            }
            """;

    private static Map<String, String> terraform;

    @BeforeAll
    static void tools() {
        RequiredTool.orSkip("terraform");
        terraform = SharedProvider.knowing(List.of()).environment();
    }

    @TestFactory
    Stream<DynamicTest> arePlannedByTerraform() throws IOException {
        boolean all = Boolean.getBoolean("golden") || Boolean.getBoolean("hcl.all");
        try (Stream<Path> folders = Files.list(TREES)) {
            List<Path> trees = folders.filter(Files::isDirectory).sorted().toList();
            return IntStream.range(0, trees.size())
                    .filter(i -> all || i % 7 == 0)
                    .mapToObj(i -> DynamicTest.dynamicTest(
                            trees.get(i).getFileName().toString(), () -> isPlanned(trees.get(i))));
        }
    }

    private static void isPlanned(Path tree) throws IOException {
        JsonNode planned = JSON.readTree(plan(tree));
        Path kept = tree.resolve("plan.json");
        if (Boolean.getBoolean("golden")) {
            Files.writeString(kept, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(lean(planned)) + "\n");
        }
        assertThat(lean(planned)).isEqualTo(JSON.readTree(kept.toFile()));
    }

    private static String plan(Path tree) throws IOException {
        Path folder = Path.of("target", "hcl").resolve(tree.getFileName()).toAbsolutePath();
        if (Files.exists(folder)) {
            new Folder(folder).remove(""); // with the lock file of an earlier stand-in for the provider
        }
        copy(tree, Files.createDirectories(folder));
        Path root = Files.isDirectory(folder.resolve("app")) ? folder.resolve("app") : folder;
        Files.writeString(root.resolve("offline_override.tf"), OFFLINE.formatted(""));
        if (Files.readString(root.resolve(Files.exists(root.resolve("main.tf")) ? "main.tf" : "main.tf.json"))
                .contains("alias  =")) {
            Files.writeString(root.resolve("offline_edge_override.tf"), OFFLINE.formatted("alias = \"edge\""));
        }
        terraform(root, "init", "-input=false", "-no-color");
        terraform(root, "plan", "-input=false", "-no-color", "-out=planned");
        return terraform(root, "show", "-json", "-no-color", "planned");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.write(copy, Files.readAllBytes(file));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String terraform(Path folder, String... arguments) {
        Map<String, String> environment = new HashMap<>(terraform);
        environment.put("CHECKPOINT_DISABLE", "1");
        return Run.of(
                        folder,
                        environment,
                        Stream.concat(Stream.of("terraform"), Stream.of(arguments))
                                .toList())
                .succeeded()
                .output();
    }

    /** Without what differs from run to run, and what says that it is planned offline. */
    private static JsonNode lean(JsonNode plan) {
        ObjectNode lean = plan.deepCopy();
        lean.remove(List.of("timestamp", "relevant_attributes", "applyable", "complete", "errored", "checks"));
        ObjectNode configuration = (ObjectNode) lean.path("configuration");
        for (JsonNode one : configuration.path("provider_config")) {
            if (one.path("expressions") instanceof ObjectNode expressions) {
                expressions.retain("region");
            }
        }
        return lean;
    }
}
