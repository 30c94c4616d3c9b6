package dev.tollgate.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A fault that AWS's guides warn of: a small edit of a good stack.
 *
 * @param stack {@code rest} or {@code http}
 * @param guide the part of AWS's guides that warns of it
 * @param rule the rule that is meant for it
 * @param edit by path, {@code type/name/attribute}, the value that is written there; {@code null} takes it out
 * @param unfound why it cannot be found in one of the views; empty where it can be found in both
 * @param kept why a stack that is applied does not take it, so that there is nothing to be found; empty for most
 */
public record SeededFault(
        String stack, String guide, String name, String rule, JsonNode edit, String unfound, String kept) {

    /** The stacks, each as JSON and as hand-written HCL, the faults, and the plans that Terraform made of them. */
    public static final Path FOLDER = Path.of("src/test/resources/seeded");

    public static List<SeededFault> all() throws IOException {
        JsonNode faults =
                new ObjectMapper().readTree(FOLDER.resolve("faults.json").toFile());
        return StreamSupport.stream(faults.spliterator(), false)
                .map(fault -> new SeededFault(
                        fault.path("stack").asText(),
                        fault.path("after").asText(),
                        fault.path("name").asText(),
                        fault.path("rule").asText(),
                        fault.path("edit"),
                        fault.path("unfound").asText(),
                        fault.path("kept").asText()))
                .toList();
    }
}
