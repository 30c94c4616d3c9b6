package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.testing.HclEdit;
import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.SeededFault;
import dev.tollgate.testing.SeededPlans;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The plans that are kept of each fault in hand-written HCL are Terraform's own: of a stack where nothing is there yet,
 * and of a pull request that brings the fault into a stack that is applied. A run asks Terraform for a few;
 * {@code -Dseeded.all=true} for all, and {@code -Dgolden=true} writes them.
 */
class SeededHclPlansTest {

    /** How many faults one command plans, each in a module of its own. */
    private static final int AT_ONCE = 35;
    /** Of so many faults a run asks Terraform for one. */
    private static final int SLICE = 20;

    private static Map<String, String> terraform;

    @BeforeAll
    static void tools() {
        RequiredTool.orSkip("terraform");
        terraform = SharedProvider.knowing(List.of("aws_wafv2_web_acl")).environment();
    }

    @TestFactory
    Stream<DynamicTest> arePlannedByTerraform() {
        return Stream.of("rest", "http").flatMap(stack -> Stream.of("plan", "applied")
                .map(view -> DynamicTest.dynamicTest(stack + ", " + view, () -> hold(stack, view))));
    }

    private static void hold(String stack, String view) throws IOException {
        boolean isGolden = Boolean.getBoolean("golden");
        boolean all = isGolden || Boolean.getBoolean("seeded.all");
        List<SeededFault> faults = SeededFault.all().stream()
                .filter(fault -> fault.stack().equals(stack))
                .toList();
        List<SeededFault> some = IntStream.range(0, faults.size())
                .filter(i -> all || i % SLICE == 0)
                .mapToObj(faults::get)
                .toList();
        SortedMap<String, JsonNode> plans = new TreeMap<>();
        for (int at = 0; at < some.size(); at += AT_ONCE) {
            plans.putAll(plans(stack, view, some.subList(at, Math.min(at + AT_ONCE, some.size()))));
        }
        if (isGolden) {
            SeededPlans.write(stack, view, plans);
        }
        SortedMap<String, JsonNode> kept = SeededPlans.read(stack, view);
        plans.forEach((name, plan) -> assertThat(plan).as(name).isEqualTo(kept.get(name)));
        if (all) {
            assertThat(plans.keySet()).isEqualTo(kept.keySet());
        }
    }

    private static Map<String, JsonNode> plans(String stack, String view, List<SeededFault> faults) throws IOException {
        Map<String, String> good = PlannedModules.files(SeededPlans.hcl("both"));
        good.putAll(PlannedModules.files(SeededPlans.hcl(stack)));
        PlannedModules modules = new PlannedModules("seeded-" + stack + "-" + view, terraform);
        modules.add(SeededPlans.GOOD, good, false);
        Map<String, String> names = new LinkedHashMap<>(Map.of(SeededPlans.GOOD, SeededPlans.GOOD));
        for (SeededFault fault : faults) {
            String module = "fault_%03d".formatted(names.size());
            names.put(module, fault.name());
            modules.add(
                    module,
                    HclEdit.of(good, fault.edit()),
                    fault.edit().toString().contains("wafv2"));
        }
        if (view.equals("applied")) {
            if (!Files.exists(SeededPlans.state(stack))) {
                AppliedModule.keep(stack, good);
            }
            modules.state(Files.readString(SeededPlans.state(stack)));
        }
        SortedMap<String, JsonNode> plans = new TreeMap<>();
        modules.plans().forEach((module, plan) -> plans.put(names.getOrDefault(module, module), plan));
        return plans;
    }
}
