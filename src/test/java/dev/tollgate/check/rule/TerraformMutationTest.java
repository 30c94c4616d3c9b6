package dev.tollgate.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.check.CheckRule;
import dev.tollgate.check.History;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Finding;
import dev.tollgate.surface.SurfaceReader;
import dev.tollgate.terraform.ConfigurationFile;
import dev.tollgate.terraform.ConfigurationReader;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.PlanReader;
import dev.tollgate.testing.PlanOf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Good stacks, of which no rule says anything, and what each says when one thing in them is deleted, flipped or broken.
 */
class TerraformMutationTest {

    private static final Path FOLDER = Path.of("src/test/resources/mutations");
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What was there before is in no stack. */
    private static final Set<String> OF_A_CHANGE = Set.of("route-still-answered", "stateful-resource-replaced");

    /**
     * A line of {@code mutations.txt}.
     *
     * @param path the way from the whole document
     * @param value what is put there; missing to delete it
     */
    private record Mutation(String rule, List<String> stacks, List<String> path, JsonNode value, boolean inPlans) {

        private static Mutation of(String line) throws IOException {
            String[] columns = line.split(" \\| ", -1);
            String how = columns[3];
            JsonNode value = how.equals("delete") ? JSON.missingNode() : JSON.readTree(how.substring("= ".length()));
            String pointer = columns[2].startsWith("../") ? columns[2].substring(3) : "resource/" + columns[2];
            return new Mutation(
                    columns[0],
                    columns[1].equals("both") ? List.of("rest", "http") : List.of(columns[1]),
                    List.of(pointer.split("/", -1)),
                    value,
                    columns.length == 4);
        }
    }

    /** One changed document. */
    private record Mutant(Mutation mutation, String stack, String at, String document) {}

    private static List<Mutation> mutations() throws IOException {
        List<Mutation> mutations = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve("mutations.txt"))) {
            if (!line.startsWith("#") && !line.isBlank()) {
                mutations.add(Mutation.of(line));
            }
        }
        return mutations;
    }

    private static JsonNode stack(String name) throws IOException {
        return JSON.readTree(FOLDER.resolve(name + ".tf.json").toFile());
    }

    private static List<Mutant> mutants(Mutation mutation) throws IOException {
        List<Mutant> mutants = new ArrayList<>();
        for (String stack : mutation.stacks()) {
            JsonNode good = stack(stack);
            List<List<String>> paths = new ArrayList<>();
            expand(good, mutation, 0, List.of(), paths);
            for (List<String> path : paths) {
                JsonNode changed = good.deepCopy();
                ObjectNode parent = (ObjectNode) at(changed, path.subList(0, path.size() - 1));
                String last = path.get(path.size() - 1);
                if (mutation.value().isMissingNode()) {
                    parent.remove(last);
                } else {
                    parent.set(last, mutation.value());
                }
                mutants.add(new Mutant(mutation, stack, String.join("/", path), changed.toString()));
            }
        }
        return mutants;
    }

    private static JsonNode at(JsonNode node, List<String> path) {
        JsonNode found = node;
        for (String step : path) {
            found = found.path(step);
        }
        return found;
    }

    /** The ways that {@code mutation} means; one that is to be deleted has to be there. */
    private static void expand(
            JsonNode node, Mutation mutation, int depth, List<String> before, List<List<String>> paths) {
        String step = mutation.path().get(depth);
        boolean last = depth == mutation.path().size() - 1;
        Set<String> names = new TreeSet<>();
        if (step.contains("*")) {
            String pattern = step.replace("*", ".*");
            node.fieldNames().forEachRemaining(name -> {
                if (name.matches(pattern)) {
                    names.add(name);
                }
            });
        } else if (node.has(step)
                || (last && node.isObject() && !mutation.value().isMissingNode())) {
            names.add(step);
        }
        for (String name : names) {
            List<String> path = Stream.concat(before.stream(), Stream.of(name)).toList();
            if (last) {
                paths.add(path);
            } else {
                expand(node.path(name), mutation, depth + 1, path, paths);
            }
        }
    }

    private static List<Finding> configuration(List<CheckRule> rules, String document) {
        Infrastructure infrastructure =
                ConfigurationReader.read(List.of(new ConfigurationFile("stack.tf.json", document)), new TreeMap<>());
        return decided(TerraformJudge.judge(rules, infrastructure, SurfaceReader.read(infrastructure), History.NONE));
    }

    private static List<Finding> plan(List<CheckRule> rules, String document) {
        ObjectNode given = withVariables(document);
        Infrastructure after = PlanReader.read(
                        "plan.json", PlanOf.configuration(given.toString()).orElseThrow())
                .after();
        return decided(TerraformJudge.judge(rules, after, SurfaceReader.read(after), History.NONE));
    }

    /** A plan is made with a value for each variable. */
    private static ObjectNode withVariables(String document) {
        try {
            ObjectNode given = (ObjectNode) JSON.readTree(document);
            for (JsonNode variable : given.path("variable")) {
                if (!variable.has("default")) {
                    ((ObjectNode) variable).put("default", "given");
                }
            }
            return given;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Finding> decided(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> !finding.subject().equals(TerraformReport.UNDECIDED))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "http"})
    void saysNothingOfAGoodStack(String stack) throws IOException {
        String document = stack(stack).toString();

        assertThat(configuration(Rules.ofTerraform(), document)).isEmpty();
        assertThat(plan(Rules.ofTerraform(), document)).isEmpty();
    }

    @Test
    void breaksSomethingOfEveryRule() throws IOException {
        Set<String> broken = new TreeSet<>();
        for (Mutation mutation : mutations()) {
            broken.add(mutation.rule());
            assertThat(mutants(mutation)).as(mutation.toString()).isNotEmpty();
        }
        assertThat(broken)
                .containsExactlyElementsOf(Rules.ofTerraform().stream()
                        .map(CheckRule::id)
                        .filter(id -> !OF_A_CHANGE.contains(id))
                        .toList());
    }

    @Test
    void findsWhatIsBroken() throws IOException {
        List<String> escaped = new ArrayList<>();
        int all = 0;
        for (Mutation mutation : mutations()) {
            List<CheckRule> rule = List.of(Rules.find(mutation.rule()).orElseThrow());
            for (Mutant mutant : mutants(mutation)) {
                Map<String, List<Finding>> views = new TreeMap<>();
                views.put("configuration", configuration(rule, mutant.document()));
                if (mutation.inPlans()) {
                    views.put("plan", plan(rule, mutant.document()));
                }
                for (Map.Entry<String, List<Finding>> view : views.entrySet()) {
                    all++;
                    if (view.getValue().isEmpty()) {
                        escaped.add(mutation.rule() + ": " + mutant.stack() + " " + mutant.at() + ", as a "
                                + view.getKey());
                    }
                }
            }
        }
        assertThat(escaped).as("of " + all + " mutants").isEmpty();
    }
}
