package dev.tollgate.review;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule speaks of what it is about, is silent about all else, and guesses nothing. */
class ReviewRulesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode RULES = read(Path.of("src", "test", "resources", "review", "rules.json"));

    static Stream<String> rules() {
        return ReviewRules.ALL.stream().map(ReviewRule::id).sorted();
    }

    @Test
    void hasCasesOfEveryRuleAndOfNoOther() {
        assertThat(RULES.properties().stream().map(Map.Entry::getKey)).containsExactlyElementsOf(rules().toList());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void speaksOfWhatItIsAbout(String rule) {
        Kind kind = kind(rule);

        assertThat(cases(rule, "says")).isNotEmpty().allSatisfy(one -> assertThat(said(one, rule, kind))
                .as(one.toString())
                .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isSilentAboutAPlanThatChangesNothing(String rule) {
        for (String unchanged : List.of("http-same", "rest-same")) {
            assertThat(said(JSON.createObjectNode().put("case", unchanged), rule, kind(rule)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isSilentAboutWhatOnlyLooksLikeIt(String rule) {
        Kind kind = kind(rule);

        assertThat(cases(rule, "silent"))
                .allSatisfy(one ->
                        assertThat(said(one, rule, kind)).as(one.toString()).isEmpty());
    }

    /** Unknown is said as unknown, or not at all. */
    @ParameterizedTest
    @MethodSource("rules")
    void guessesNothing(String rule) {
        Kind kind = kind(rule);

        assertThat(cases(rule, "unknown")).isNotEmpty().allSatisfy(one -> assertThat(said(one, rule, kind))
                .as(one.toString())
                .isEmpty());
    }

    private static Kind kind(String id) {
        return ReviewRules.ALL.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow()
                .kind();
    }

    private static List<JsonNode> cases(String rule, String which) {
        return StreamSupport.stream(RULES.path(rule).path(which).spliterator(), false)
                .toList();
    }

    private static List<String> said(JsonNode one, String rule, Kind kind) {
        ObjectNode plan =
                (ObjectNode) readText(ReviewCasesTest.text(one.path("case").asText()));
        one.path("edits").forEach(edit -> edit(plan, edit));
        List<String> said = new ArrayList<>();
        for (Remark remark : Review.of(PlanReader.read("plan.json", plan.toString()), "orders", "orders", List.of())
                .of(kind)) {
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
