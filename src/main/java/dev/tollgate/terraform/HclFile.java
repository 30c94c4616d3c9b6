package dev.tollgate.terraform;

import dev.tollgate.finding.Location;
import dev.tollgate.hcl.HclParser;
import dev.tollgate.hcl.HclPositions;
import dev.tollgate.hcl.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A file of HCL as Terraform's JSON syntax has it, each part where it stands in the HCL. */
final class HclFile {

    private HclFile() {}

    /** What {@code file} holds. */
    static JsonNode.Members read(ConfigurationFile file, HclParser parser, Effort effort) {
        // First, since it refuses what is too deep for the parser.
        Position positions = HclPositions.of(file.name(), file.text());
        JsonNode read = JsonReader.read(file.name(), parser.json(file.name(), file.text()));
        return withDefaults((JsonNode.Members) placed(read, positions), EvaluationScope.nothing(effort));
    }

    private static JsonNode placed(JsonNode node, Position position) {
        Location location = position.location();
        if (node instanceof JsonNode.Members members) {
            TreeMap<String, JsonNode> placed = new TreeMap<>();
            members.members().forEach((name, member) -> placed.put(name, placed(member, position.member(name))));
            return new JsonNode.Members(placed, location);
        }
        if (node instanceof JsonNode.Items items) {
            List<JsonNode> placed = new ArrayList<>();
            for (int i = 0; i < items.items().size(); i++) {
                placed.add(placed(items.items().get(i), position.item(i)));
            }
            return new JsonNode.Items(placed, location);
        }
        return new JsonNode.Leaf(((JsonNode.Leaf) node).value(), location);
    }

    /** In JSON, a variable's default is taken as it is; in HCL it is an expression that refers to nothing. */
    private static JsonNode.Members withDefaults(JsonNode.Members root, EvaluationScope scope) {
        JsonNode variables = root.members().get("variable");
        if (variables == null) {
            return root;
        }
        SortedMap<String, JsonNode> members = new TreeMap<>(root.members());
        members.put("variable", evaluated(variables, 0, scope));
        return new JsonNode.Members(members, root.location());
    }

    /** At {@code depth} 0 the variables by name, at 1 their blocks, below them defaults. */
    private static JsonNode evaluated(JsonNode node, int depth, EvaluationScope scope) {
        if (node instanceof JsonNode.Items items) {
            return new JsonNode.Items(
                    items.items().stream()
                            .map(item -> evaluated(item, depth, scope))
                            .toList(),
                    node.location());
        }
        if (node instanceof JsonNode.Members object) {
            TreeMap<String, JsonNode> members = new TreeMap<>();
            object.members()
                    .forEach((name, member) -> members.put(
                            name,
                            depth == 0
                                    ? evaluated(member, 1, scope)
                                    : depth > 1 || name.equals("default") ? evaluated(member, 2, scope) : member));
            return new JsonNode.Members(members, node.location());
        }
        JsonNode.Leaf leaf = (JsonNode.Leaf) node;
        return leaf.value() instanceof Value.Scalar scalar && scalar.value() instanceof String text
                ? new JsonNode.Leaf(Expressions.evaluate(text, scope), node.location())
                : leaf;
    }
}
