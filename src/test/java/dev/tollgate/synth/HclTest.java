package dev.tollgate.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.testing.RequiredTool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Terraform itself makes of text that must stay what it is. */
class HclTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> TEXTS = List.of(
            "",
            "plain",
            "${aws_lambda_function.x}",
            "%{ if true }yes%{ endif }",
            "$${already}",
            "$$${twice}",
            "%%{already}",
            "%%%{ if true }",
            "$",
            "$$",
            "${",
            "%{",
            "${~ trimmed ~}",
            "$%{x}",
            "%${x}",
            "a\"quoted\"b",
            "back\\slash",
            "back\\${slash}",
            "new\nline",
            "return\r\nline",
            "tab\tbed",
            "<b>&amp;</b>",
            "ünï 🛒 \u2028",
            "$" + "{var.functions[\"x\"].name}");

    @TempDir
    private Path folder;

    @Test
    void keepsTextAsItIs() throws IOException, InterruptedException {
        String terraform = RequiredTool.orSkip("terraform").toString();
        ObjectNode outputs = JSON.createObjectNode();
        for (int i = 0; i < TEXTS.size(); i++) {
            outputs.putObject("literal_" + i).put("value", Hcl.literal(TEXTS.get(i)));
            outputs.putObject("quoted_" + i)
                    .put("value", Hcl.template("join(\"\", [" + Hcl.quoted(TEXTS.get(i)) + "])"));
        }
        ObjectNode stack = JSON.createObjectNode();
        stack.set("output", outputs);
        Files.writeString(folder.resolve(StackJson.FILE), StackJson.text(stack));

        run(terraform, "init", "-input=false", "-no-color");
        run(terraform, "apply", "-auto-approve", "-input=false", "-no-color");
        JsonNode read = JSON.readTree(run(terraform, "output", "-json", "-no-color"));

        for (int i = 0; i < TEXTS.size(); i++) {
            assertThat(read.at("/literal_" + i + "/value").asText()).isEqualTo(TEXTS.get(i));
            assertThat(read.at("/quoted_" + i + "/value").asText()).isEqualTo(TEXTS.get(i));
        }
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        // No provider is needed, and a configuration that is not there would be warned of in the output.
        builder.environment().put("TF_CLI_CONFIG_FILE", "/dev/null");
        builder.environment().put("CHECKPOINT_DISABLE", "1");
        Process process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        String text = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }
}
