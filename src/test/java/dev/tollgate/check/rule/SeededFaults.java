package dev.tollgate.check.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.check.History;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Finding;
import dev.tollgate.surface.SurfaceReader;
import dev.tollgate.terraform.Plan;
import dev.tollgate.terraform.PlanReader;
import dev.tollgate.testing.PlanOf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Faults that AWS's guides warn of, each a small edit of a good stack, and whether {@code check} finds it by the rule
 * that is meant for it: in the plan before the first apply, and in the one after.
 */
final class SeededFaults {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("src/test/resources/seeded");

    private SeededFaults() {}

    /**
     * What became of a fault.
     *
     * @param guide the part of AWS's guides that warns of it
     * @param unfound why it cannot be found in one of the views; empty where it can be found in both
     */
    record Outcome(
            String stack,
            String guide,
            String name,
            String rule,
            List<Finding> before,
            List<Finding> after,
            String unfound) {

        boolean fresh() {
            return before.stream().anyMatch(this::isMeant);
        }

        boolean applied() {
            return after.stream().anyMatch(this::isMeant);
        }

        /** Whether it is what the fault's own rule says. */
        boolean isMeant(Finding finding) {
            return finding.rule().equals(rule);
        }

        boolean both() {
            return fresh() && applied();
        }

        @Override
        public String toString() {
            return stack + ": " + name + " [" + rule + "] " + (fresh() ? "" : "not before an apply ")
                    + (applied() ? "" : "not after one");
        }
    }

    static List<Outcome> all() throws IOException {
        Map<String, JsonNode> stacks = new TreeMap<>();
        for (String stack : List.of("http", "rest")) {
            stacks.put(stack, JSON.readTree(FOLDER.resolve(stack + ".tf.json").toFile()));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (JsonNode fault : JSON.readTree(FOLDER.resolve("faults.json").toFile())) {
            ObjectNode stack = Objects.requireNonNull(
                            stacks.get(fault.path("stack").asText()))
                    .deepCopy();
            fault.path("edit").properties().forEach(edit -> edit(stack, edit.getKey(), edit.getValue()));
            outcomes.add(new Outcome(
                    fault.path("stack").asText(),
                    fault.path("after").asText(),
                    fault.path("name").asText(),
                    fault.path("rule").asText(),
                    told(PlanOf.configuration(stack.toString()).orElseThrow()),
                    told(PlanOf.applied(stack.toString()).orElseThrow()),
                    fault.path("unfound").asText()));
        }
        return outcomes;
    }

    private static void edit(ObjectNode stack, String path, JsonNode value) {
        JsonNode at = stack.path("resource");
        String[] steps = path.split("/", -1);
        for (int i = 0; i < steps.length - 1; i++) {
            JsonNode next = at.isArray() ? at.get(Integer.parseInt(steps[i])) : at.get(steps[i]);
            at = next == null ? ((ObjectNode) at).putObject(steps[i]) : next;
        }
        String last = steps[steps.length - 1];
        if (at instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), value);
        } else if (value.isNull()) {
            if (((ObjectNode) at).remove(last) == null) {
                throw new AssertionError("there is no `" + path + "`");
            }
        } else {
            ((ObjectNode) at).set(last, value);
        }
    }

    /** All that is said of {@code plan}, but for what could not be checked. */
    static List<Finding> told(String plan) {
        return judge(plan).stream()
                .filter(finding -> !finding.subject().equals(TerraformReport.UNDECIDED))
                .toList();
    }

    /** All that is said of {@code plan}. */
    private static List<Finding> judge(String plan) {
        Plan read = PlanReader.read("plan.json", plan);
        return TerraformJudge.judge(
                Rules.ofTerraform(),
                read.after(),
                SurfaceReader.read(read.after()),
                new History(Optional.of(read.before()), read.changes()));
    }
}
