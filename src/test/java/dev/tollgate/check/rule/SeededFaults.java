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
import dev.tollgate.testing.SeededFault;
import dev.tollgate.testing.SeededPlans;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Faults that AWS's guides warn of, each a small edit of a good stack, and whether {@code check} finds it by the rule
 * that is meant for it: in the plan before the first apply, and in the one after.
 */
final class SeededFaults {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SeededFaults() {}

    /**
     * What became of a fault.
     *
     * @param before what is said of the plan where nothing is there yet
     * @param after what is said of the plan after an apply
     */
    record Outcome(SeededFault fault, Seen before, Seen after) {

        boolean fresh() {
            return before.told().stream().anyMatch(this::isMeant);
        }

        boolean applied() {
            return after.told().stream().anyMatch(this::isMeant);
        }

        /** Whether it is what the fault's own rule says. */
        boolean isMeant(Finding finding) {
            return finding.rule().equals(fault.rule());
        }

        boolean both() {
            return fresh() && applied();
        }

        /** Whether Terraform makes a plan of it, and brings it into a stack that is applied. */
        boolean isPlanned() {
            return unplanned().isEmpty();
        }

        String unplanned() {
            return before.refused().isEmpty() ? fault.kept() : before.refused();
        }

        @Override
        public String toString() {
            return fault.stack() + ": " + fault.name() + " [" + fault.rule() + "] "
                    + (fresh() ? "" : "not before an apply ") + (applied() ? "" : "not after one");
        }
    }

    /**
     * What is said of one plan.
     *
     * @param refused what Terraform says, where it makes no plan; empty otherwise
     */
    record Seen(List<Finding> told, String refused) {}

    /** The stacks as JSON, as Terraform would plan them, and plan them again once they are applied. */
    static List<Outcome> all() throws IOException {
        Map<String, JsonNode> stacks = new TreeMap<>();
        for (String stack : List.of("http", "rest")) {
            stacks.put(
                    stack,
                    JSON.readTree(SeededFault.FOLDER.resolve(stack + ".tf.json").toFile()));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (SeededFault fault : SeededFault.all()) {
            ObjectNode stack = Objects.requireNonNull(stacks.get(fault.stack())).deepCopy();
            fault.edit().properties().forEach(edit -> edit(stack, edit.getKey(), edit.getValue()));
            outcomes.add(new Outcome(
                    fault,
                    new Seen(told(PlanOf.configuration(stack.toString()).orElseThrow()), ""),
                    new Seen(told(PlanOf.applied(stack.toString()).orElseThrow()), "")));
        }
        return outcomes;
    }

    /** The stacks as hand-written HCL, as Terraform planned them: at first, and as a change of what is applied. */
    static List<Outcome> ofHcl() throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        for (String stack : List.of("http", "rest")) {
            SortedMap<String, JsonNode> fresh = SeededPlans.read(stack, "plan");
            SortedMap<String, JsonNode> applied = SeededPlans.read(stack, "applied");
            SeededFault.all().stream()
                    .filter(fault -> fault.stack().equals(stack))
                    .forEach(fault -> outcomes.add(new Outcome(fault, seen(fresh, fault), seen(applied, fault))));
        }
        return outcomes;
    }

    private static Seen seen(SortedMap<String, JsonNode> plans, SeededFault fault) {
        JsonNode plan = Objects.requireNonNull(plans.get(fault.name()), fault.name());
        return plan.isTextual() ? new Seen(List.of(), plan.asText()) : new Seen(told(plan.toString()), "");
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
