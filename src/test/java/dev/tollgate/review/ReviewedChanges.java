package dev.tollgate.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.terraform.PlanReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Small changes of real plans, for each rule: some that it speaks of, some that only look like it. */
public final class ReviewedChanges {

    /** Changes that a rule speaks of. */
    public static final String SAYS = "says";

    /** Changes that only look like what a rule is about. */
    public static final String SILENT = "silent";

    private static final ObjectMapper JSON = new ObjectMapper();

    static final JsonNode RULES = read(Path.of("src", "test", "resources", "review", "rules.json"));

    private ReviewedChanges() {}

    /** How many there are of {@code which} kind. */
    public static long count(String which) {
        return ReviewRules.ALL.stream()
                .mapToLong(rule -> cases(rule.id(), which).size())
                .sum();
    }

    /** Of how many of {@code which} kind the rule speaks that has them. */
    public static long spoken(String which) {
        return ReviewRules.ALL.stream()
                .mapToLong(rule -> cases(rule.id(), which).stream()
                        .filter(one -> !said(one, rule.id()).isEmpty())
                        .count())
                .sum();
    }

    private static Kind kind(String id) {
        return ReviewRules.ALL.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow()
                .kind();
    }

    static List<JsonNode> cases(String rule, String which) {
        return StreamSupport.stream(RULES.path(rule).path(which).spliterator(), false)
                .toList();
    }

    static List<String> said(JsonNode one, String rule) {
        ObjectNode plan =
                (ObjectNode) readText(ReviewCasesTest.text(one.path("case").asText()));
        one.path("edits").forEach(edit -> edit(plan, edit));
        List<String> said = new ArrayList<>();
        for (Remark remark : Review.of(PlanReader.read("plan.json", plan.toString()), "orders", "orders", List.of())
                .of(kind(rule))) {
            if (remark.finding().rule().equals(rule)) {
                said.add(remark.finding().message());
            }
        }
        return said;
    }

    private static void edit(ObjectNode plan, JsonNode edit) {
        ArrayNode changes = (ArrayNode) plan.path("resource_changes");
        if (edit.has("add")) {
            changes.add(edit.path("add"));
            return;
        }
        if (edit.has("fresh")) {
            fresh(plan);
            return;
        }
        if (edit.has("drift")) {
            plan.withArray("resource_drift").add(edit.path("drift"));
            return;
        }
        if (edit.has("written")) {
            JsonNode resource = entry(plan.at("/configuration/root_module/resources"), edit);
            ((ObjectNode) resource.path("expressions")).setAll((ObjectNode) edit.path("written"));
            return;
        }
        ObjectNode change = (ObjectNode) entry(changes, edit).path("change");
        if (edit.has("actions")) {
            change.set("actions", edit.path("actions"));
            change.set("replace_paths", edit.path("replace_paths"));
            return;
        }
        List<String> path = List.of(edit.path("path").asText().split("\\.", -1));
        if (edit.path("side").asText().equals("before")) {
            put(change.path("before"), path, edit.path("value"));
            return;
        }
        JsonNode planned = entry(plan.path("planned_values").path("root_module").path("resources"), edit);
        for (JsonNode side : List.of(change.path("after"), planned.path("values"))) {
            if (edit.has("unknown")) {
                remove(side, path);
            } else {
                put(side, path, edit.path("value"));
            }
        }
        if (edit.has("unknown")) {
            put(change.path("after_unknown"), path, JSON.getNodeFactory().booleanNode(true));
        }
    }

    /** The same plan where the state is empty. */
    private static void fresh(ObjectNode plan) {
        plan.remove(List.of("prior_state", "resource_drift"));
        plan.path("resource_changes").forEach(entry -> {
            ObjectNode change = (ObjectNode) entry.path("change");
            change.putArray("actions").add("create");
            change.putNull("before");
        });
    }

    private static JsonNode entry(JsonNode entries, JsonNode edit) {
        return StreamSupport.stream(entries.spliterator(), false)
                .filter(entry -> entry.path("address").equals(edit.path("at")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + edit.path("at")));
    }

    private static void put(JsonNode node, List<String> path, JsonNode value) {
        JsonNode at = node;
        for (int i = 0; i < path.size() - 1; i++) {
            String step = path.get(i);
            if (step.matches("[0-9]+")) {
                while (at.size() <= Integer.parseInt(step)) {
                    ((ArrayNode) at).addObject();
                }
                at = at.path(Integer.parseInt(step));
            } else {
                if (!at.has(step)) {
                    ((ObjectNode) at)
                            .set(
                                    step,
                                    path.get(i + 1).matches("[0-9]+")
                                            ? JSON.createArrayNode()
                                            : JSON.createObjectNode());
                }
                at = at.path(step);
            }
        }
        ((ObjectNode) at).set(path.get(path.size() - 1), value);
    }

    private static void remove(JsonNode node, List<String> path) {
        JsonNode at = node;
        for (String step : path.subList(0, path.size() - 1)) {
            at = step.matches("[0-9]+") ? at.path(Integer.parseInt(step)) : at.path(step);
        }
        if (at instanceof ObjectNode object) {
            object.remove(path.get(path.size() - 1));
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode readText(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
