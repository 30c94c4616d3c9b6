package dev.tollgate.tfvars;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Asks the real Terraform what a tfvars file says, in a folder without providers or backend, where no init is needed.
 * Not for two threads: Terraform locks the folder.
 */
final class TerraformConsole {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nl}_][\\p{L}\\p{Nl}\\p{M}\\p{Nd}\\p{Pc}-]{0,40}");
    private static final int MOST_NAMES = 400;
    private static final Set<String> RESERVED = Set.of(
            "_",
            "source",
            "version",
            "provider",
            "providers",
            "count",
            "for_each",
            "lifecycle",
            "depends_on",
            "locals");
    private static final Pattern ANSWER = Pattern.compile("(?m)^\"([A-Za-z0-9+/=]*)\"$");

    private final Path terraform;
    private final Path folder;

    TerraformConsole(Path terraform, Path folder) throws IOException {
        this.terraform = terraform;
        this.folder = folder;
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("empty.tfrc"), "");
    }

    /** The values Terraform reads, or nothing when it refuses the file. */
    Optional<JsonNode> read(Path file) throws IOException, InterruptedException {
        Set<String> names = names(file);
        // A value is only looked at when its variable is declared, so every name that may be a key is.
        Files.writeString(
                folder.resolve("main.tf"),
                names.stream()
                        .map(name -> "variable \"" + name + "\" {\n  type = any\n  default = null\n}\n")
                        .collect(Collectors.joining()));
        Process process = start(file);
        ask(process, question(names));
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher answer = ANSWER.matcher(output);
        if (process.waitFor() == 0 && answer.find()) {
            return Optional.of(byName(names, JSON.readTree(Base64.getDecoder().decode(answer.group(1)))));
        }
        if (!output.contains("Error: ") || output.contains("state lock") || !output.contains("on " + file)) {
            throw new IllegalStateException("terraform could not be asked about " + file + ":\n" + output);
        }
        return Optional.empty();
    }

    private Process start(Path file) throws IOException {
        List<String> command = List.of(terraform.toString(), "console", "-no-color", "-var-file=" + file);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("CHECKPOINT_DISABLE", "1");
        builder.environment().put("TF_IN_AUTOMATION", "1");
        builder.environment()
                .put("TF_CLI_CONFIG_FILE", folder.resolve("empty.tfrc").toString());
        return builder.start();
    }

    private static void ask(Process process, String question) {
        try (OutputStream input = process.getOutputStream()) {
            input.write(question.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // Terraform ends without reading the question when it refuses the file; its output says why.
        }
    }

    /** Base64 and JSON: what the console prints of a string is neither HCL nor JSON. */
    private static String question(Set<String> names) {
        return names.stream()
                .map(name -> "var." + name)
                .collect(Collectors.joining(", ", "base64encode(jsonencode([", "]))\n"));
    }

    /** Asked for as a list, because as keys of one object two names may be the same in normal form C. */
    private static JsonNode byName(Set<String> names, JsonNode values) {
        ObjectNode object = JSON.createObjectNode();
        int i = 0;
        for (String name : names) {
            object.set(name, values.get(i++));
        }
        return object;
    }

    private static Set<String> names(Path file) throws IOException {
        Set<String> names = new TreeSet<>(List.of("a", "b", "c", "d", "e", "f", "g", "é"));
        Matcher matcher = NAME.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        while (matcher.find() && names.size() < MOST_NAMES) {
            // Terraform keeps two variables apart whose names differ in normal form only, but not their values.
            names.add(StringReader.normalize(matcher.group()));
        }
        names.removeAll(RESERVED);
        return names;
    }
}
