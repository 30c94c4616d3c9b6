package dev.tollgate.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.check.History;
import dev.tollgate.check.rule.Rules;
import dev.tollgate.check.rule.TerraformJudge;
import dev.tollgate.finding.Finding;
import dev.tollgate.surface.SurfaceReader;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.JsonText;
import dev.tollgate.terraform.PlanReader;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Trees of HCL as people write it, each beside the plan that Terraform made of it: what we read is what Terraform
 * plans, value by value, and what we find is what we find in the plan. {@code agreement.txt} of a tree lists the rest:
 * what only one of the two knows, and what only one of them shows. {@code e2e.HclPlansTest} holds the plans themselves.
 */
class HclAgreementTest {

    private static final Path TREES = Path.of("src/test/resources/hcl");

    static Stream<Path> trees() {
        try (Stream<Path> folders = Files.list(TREES)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("trees")
    void readsWhatTerraformPlans(Path tree) throws IOException {
        Infrastructure written = Configurations.read(root(tree));
        Infrastructure planned = planned(tree);
        List<String> lines = new ArrayList<>();

        assertThat(addresses(written)).isEqualTo(addresses(planned));
        for (Resource resource : written.resources()) {
            Value theirs = planned.find(resource.address()).orElseThrow().values();
            compare(resource.address(), written.resolve(resource.values()), planned.resolve(theirs), lines);
        }
        findings(tree, written, planned, lines);

        Path expected = tree.resolve("agreement.txt");
        if (Boolean.getBoolean("golden")) {
            Files.writeString(
                    expected,
                    String.join("", lines.stream().map(line -> line + "\n").toList()));
        }
        assertThat(lines).isEqualTo(Files.readAllLines(expected)).noneMatch(line -> line.startsWith("WRONG"));
    }

    @Test
    void hasTreesOfManyKinds() {
        assertThat(trees()).hasSizeGreaterThanOrEqualTo(20);
    }

    private static Path root(Path tree) {
        Path app = tree.resolve("app");
        return Files.isDirectory(app) ? app : tree;
    }

    private static Infrastructure planned(Path tree) throws IOException {
        return PlanReader.read("plan.json", Files.readString(tree.resolve("plan.json")))
                .after();
    }

    /** Data sources that Terraform reads while it plans are in the state before, where nothing changes. */
    private static Set<String> addresses(Infrastructure infrastructure) {
        TreeSet<String> addresses = new TreeSet<>();
        infrastructure.resources().forEach(resource -> addresses.add(resource.address()));
        return addresses;
    }

    /** Adds a line where {@code ours}, which was written, is not what is planned, or not known. */
    private static void compare(String at, Value ours, Value theirs, List<String> lines) {
        Value mine = shown(ours);
        Value planned = shown(theirs);
        if (mine.isAbsent()) {
            return;
        }
        if (mine instanceof Value.Mapping mapping) {
            mapping.members().forEach((name, member) -> compare(at + "." + name, member, planned.get(name), lines));
        } else if (mine instanceof Value.Sequence sequence && planned instanceof Value.Sequence others) {
            sequence(at, sequence.items(), others.items(), lines);
        } else if (mine instanceof Value.Scalar) {
            if (planned instanceof Value.Unknown) {
                lines.add("only the HCL knows " + at);
            } else if (!isSame(mine, planned)) {
                lines.add("WRONG " + at + " is " + mine + ", and planned as " + planned);
            }
        } else if (planned.isCertain() && !planned.isAbsent() && !(mine instanceof Value.Sequence)) {
            lines.add("only the plan knows " + at);
        } else if (mine instanceof Value.Sequence sequence && !sequence.items().isEmpty() && planned.isCertain()) {
            lines.add("WRONG " + at + " is " + mine + ", and planned as " + planned);
        }
    }

    /** A set is planned in an order of its own. */
    private static void sequence(String at, List<Value> ours, List<Value> theirs, List<String> lines) {
        if (ours.size() != theirs.size()) {
            lines.add("WRONG " + at + " has " + ours.size() + " items, and planned are " + theirs.size());
            return;
        }
        List<Value> left = new ArrayList<>(theirs);
        for (int i = 0; i < ours.size(); i++) {
            Value item = ours.get(i);
            Value twin = left.stream()
                    .filter(other -> agrees(item, other))
                    .findFirst()
                    .orElse(left.get(0));
            left.remove(twin);
            compare(at + "." + i, item, twin, lines);
        }
    }

    private static boolean agrees(Value ours, Value theirs) {
        List<String> lines = new ArrayList<>();
        compare("", ours, theirs, lines);
        return lines.isEmpty();
    }

    private static boolean isSame(Value ours, Value theirs) {
        return ours.equals(theirs)
                || (ours.number().isPresent()
                        && theirs.number().isPresent()
                        && ours.number().get().compareTo(theirs.number().get()) == 0)
                || (ours.text().isPresent() && (ours.text().equals(theirs.text()) || isSameJson(ours, theirs)));
    }

    /** The provider writes JSON without spaces. */
    private static boolean isSameJson(Value ours, Value theirs) {
        Optional<Value> json = JsonText.read(ours);
        return json.isPresent() && json.equals(JsonText.read(theirs));
    }

    private static Value shown(Value value) {
        return value instanceof Value.Sensitive sensitive ? sensitive.hidden() : value;
    }

    private static void findings(Path tree, Infrastructure written, Infrastructure planned, List<String> lines) {
        TreeMap<String, String> places = new TreeMap<>();
        TreeSet<String> ours = new TreeSet<>();
        for (Finding finding : judged(written)) {
            String line = line(finding);
            ours.add(line);
            String place = finding.location().toString();
            places.putIfAbsent(line, place.substring(tree.toString().length() + 1));
        }
        TreeSet<String> theirs = new TreeSet<>();
        judged(planned).forEach(finding -> theirs.add(line(finding)));
        Stream.concat(ours.stream(), theirs.stream()).distinct().sorted().forEach(line -> {
            String who = !ours.contains(line) ? "only the plan: " : !theirs.contains(line) ? "only the HCL: " : "";
            lines.add(who + line + (places.containsKey(line) ? " at " + places.get(line) : ""));
        });
    }

    private static List<Finding> judged(Infrastructure infrastructure) {
        return TerraformJudge.judge(
                Rules.ofTerraform(),
                infrastructure,
                SurfaceReader.read(infrastructure),
                new History(Optional.empty(), List.of()));
    }

    private static String line(Finding finding) {
        return finding.severity() + " " + finding.rule() + ": " + finding.message();
    }
}
