package dev.tollgate.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.testing.RequiredTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every expression that we evaluate, the real Terraform evaluates to the same; the others we call unknown. */
class ExpressionAgreementTest {

    private static final Path CASES = Path.of("src", "test", "resources", "expressions");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void evaluatesAsTerraformDoesOrNotAtAll(@TempDir Path folder) throws Exception {
        List<String> cases = Files.readAllLines(CASES.resolve("cases.txt"));
        JsonNode configuration = configuration(cases);
        Files.writeString(folder.resolve("main.tf.json"), JSON.writeValueAsString(configuration));

        Infrastructure ours = ConfigurationReader.read(ConfigurationFile.at(folder, "."), new TreeMap<>());
        JsonNode theirs = planned(folder);

        List<String> different = new ArrayList<>();
        for (Output output : ours.outputs()) {
            String text = cases.get(Integer.parseInt(output.name().substring(1)));
            boolean unknown = text.startsWith("? ");
            String mine = unknown && output.value() instanceof Value.Unknown
                    ? "unknown"
                    : JsonText.of(output.value()).flatMap(Value::text).orElse("not evaluated: " + output.value());
            String terraform = unknown ? "unknown" : normal(theirs.get(output.name()));
            if (!mine.equals(terraform)) {
                different.add(text + " is " + mine + ", to Terraform " + terraform);
            }
        }

        assertThat(ours.outputs()).hasSameSizeAs(cases);
        assertThat(different).isEmpty();
    }

    private static JsonNode configuration(List<String> cases) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.set("variable", JSON.readTree(CASES.resolve("variables.json").toFile()));
        ObjectNode outputs = root.putObject("output");
        for (int i = 0; i < cases.size(); i++) {
            outputs.putObject("o" + i).put("value", cases.get(i).replaceFirst("^\\? ", ""));
        }
        return root;
    }

    /** Terraform's own values: a plan of outputs alone needs no provider. */
    private static JsonNode planned(Path folder) throws Exception {
        run(folder, "init", "-input=false");
        run(folder, "plan", "-input=false", "-out=plan");
        return JSON.readTree(run(folder, "show", "-json", "plan"))
                .get("planned_values")
                .get("outputs");
    }

    private static String run(Path folder, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(RequiredTool.orSkip("terraform").toString()));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("TF_CLI_CONFIG_FILE", "/dev/null");
        builder.environment().put("CHECKPOINT_DISABLE", "1");
        int exit = builder.start().waitFor();
        String text = Files.readString(output);
        assertThat(exit).as(text).isZero();
        return text;
    }

    /** As we write it: members sorted, numbers plain. */
    private static String normal(JsonNode output) {
        return JsonText.read(output.get("value").toString())
                .flatMap(JsonText::of)
                .flatMap(Value::text)
                .orElseThrow();
    }
}
