package dev.tollgate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plans that the rules' cases are judged as are those that Terraform itself makes. */
class PlanOfTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PLANS = Path.of("src/test/resources/plans");

    @ParameterizedTest
    @ValueSource(strings = {"rest", "http"})
    void saysOfEachResourceWhatTerraformSays(String name) throws IOException {
        JsonNode real = JSON.readTree(PLANS.resolve(name + ".plan.json").toFile());
        JsonNode made = made(name);

        Map<String, JsonNode> changes = byAddress(made.path("resource_changes"));
        assertThat(changes.keySet())
                .isEqualTo(byAddress(real.path("resource_changes")).keySet());
        byAddress(real.path("resource_changes")).forEach((address, change) -> {
            JsonNode mine = changes.getOrDefault(address, JSON.nullNode()).path("change");
            JsonNode its = change.path("change");
            assertThat(normal(mine.path("after"))).as(address).isEqualTo(normal(its.path("after")));
            assertThat(trues(mine.path("after_unknown")))
                    .as(address + " after apply")
                    .isEqualTo(trues(its.path("after_unknown")));
            assertThat(trues(mine.path("after_sensitive")))
                    .as(address + " hidden")
                    .isEqualTo(trues(its.path("after_sensitive")));
            assertThat(mine.path("actions")).as(address).isEqualTo(its.path("actions"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "http"})
    void saysOfEachExpressionWhatTerraformSays(String name) throws IOException {
        JsonNode real =
                JSON.readTree(PLANS.resolve(name + ".plan.json").toFile()).at("/configuration/root_module");
        JsonNode made = made(name).at("/configuration/root_module");

        Map<String, JsonNode> resources = byAddress(made.path("resources"));
        byAddress(real.path("resources")).forEach((address, resource) -> {
            JsonNode mine = resources.getOrDefault(address, JSON.nullNode());
            ObjectNode its = (ObjectNode) resource;
            its.remove("schema_version");
            withoutUnevaluated(its);
            assertThat(normal(mine)).as(address).isEqualTo(normal(its));
        });
        withoutUnevaluated(real.path("outputs"));
        assertThat(normal(made.path("outputs"))).isEqualTo(normal(real.path("outputs")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "http"})
    void saysOfEachProviderWhatTerraformSays(String name) throws IOException {
        JsonNode real = JSON.readTree(PLANS.resolve(name + ".plan.json").toFile());

        for (Map.Entry<String, JsonNode> provider :
                real.at("/configuration/provider_config").properties()) {
            assertThat(made(name).at("/configuration/provider_config/" + provider.getKey() + "/expressions"))
                    .isEqualTo(provider.getValue().path("expressions"));
        }
    }

    /** Of JSON, not of HCL, Terraform prints an expression's text as a constant beside what it refers to. */
    private static void withoutUnevaluated(JsonNode node) {
        if (node.has("references")) {
            ((ObjectNode) node).remove("constant_value");
        }
        node.forEach(PlanOfTest::withoutUnevaluated);
    }

    private static JsonNode made(String name) throws IOException {
        String configuration = Files.readString(PLANS.resolve(name + ".tf.json"));
        return JSON.readTree(PlanOf.configuration(configuration).orElseThrow());
    }

    private static Map<String, JsonNode> byAddress(JsonNode resources) {
        Map<String, JsonNode> found = new TreeMap<>();
        resources.forEach(resource -> found.put(resource.path("address").asText(), resource));
        return found;
    }

    /** Members by name, so that nothing hangs on their order, and numbers by what they are. */
    private static String normal(JsonNode node) {
        if (node.isObject()) {
            StringBuilder text = new StringBuilder("{");
            Map<String, JsonNode> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            members.forEach(
                    (name, value) -> text.append("\n").append(name).append(": ").append(normal(value)));
            return text.append("}").toString();
        }
        if (node.isArray()) {
            StringBuilder text = new StringBuilder("[");
            node.forEach(item -> text.append(normal(item)).append(", "));
            return text.append("]").toString();
        }
        return node.isNumber() ? node.decimalValue().stripTrailingZeros().toPlainString() : node.toString();
    }

    /** What is true in it: empty lists and objects say nothing. */
    private static Map<String, Boolean> trues(JsonNode node) {
        Map<String, Boolean> found = new TreeMap<>();
        collect(node, "", found);
        return found;
    }

    private static void collect(JsonNode node, String path, Map<String, Boolean> found) {
        if (node.asBoolean()) {
            found.put(path, true);
        }
        node.properties().forEach(member -> collect(member.getValue(), path + "." + member.getKey(), found));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), path + "." + i, found);
        }
    }
}
