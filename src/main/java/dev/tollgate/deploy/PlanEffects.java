package dev.tollgate.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.archive.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What applying a plan does. What it merely saw, such as how many users a pool has by now, is not among it: that moves
 * without anybody's doing, and is not applied.
 */
public final class PlanEffects {

    private static final int NAMED = 5;
    private static final int LONGEST = 80;
    private static final String NOTHING = "nothing";

    /** Effects by what they are on; an effect is a word, and then values by their paths. */
    private final SortedMap<String, SortedMap<String, String>> effects = new TreeMap<>();

    private PlanEffects(byte[] json) {
        JsonNode plan = TerraformJson.of(new String(json, StandardCharsets.UTF_8));
        plan.path("resource_changes").forEach(this::resource);
        plan.path("deferred_changes").forEach(deferred -> resource(deferred.path("resource_change")));
        plan.path("output_changes").properties().forEach(one -> {
            SortedMap<String, String> effect = effect(one.getValue());
            if (!effect.getOrDefault("", "").equals("no-op")) {
                effects.put("output `" + one.getKey() + "`", effect);
            }
        });
    }

    /** How applying {@code now} differs from applying {@code reviewed}, both canonical, one sentence each. */
    public static List<String> differences(byte[] reviewed, byte[] now) {
        SortedMap<String, SortedMap<String, String>> then = new PlanEffects(reviewed).effects;
        SortedMap<String, SortedMap<String, String>> today = new PlanEffects(now).effects;
        List<String> differences = new ArrayList<>();
        for (String subject : union(then, today)) {
            compare(
                    subject,
                    then.getOrDefault(subject, new TreeMap<>()),
                    today.getOrDefault(subject, new TreeMap<>()),
                    differences);
        }
        return differences;
    }

    private static void compare(
            String subject, SortedMap<String, String> then, SortedMap<String, String> now, List<String> differences) {
        String before = then.getOrDefault("", NOTHING);
        String after = now.getOrDefault("", NOTHING);
        if (!before.equals(after)) {
            differences.add(subject + ": " + after + " now, " + before + " in the reviewed plan");
            return;
        }
        List<String> moved = new ArrayList<>();
        for (String path : union(then, now)) {
            if (!Objects.equals(then.get(path), now.get(path))) {
                moved.add("`" + path + "` is " + now.getOrDefault(path, NOTHING) + " now, "
                        + then.getOrDefault(path, NOTHING) + " in the reviewed plan");
            }
        }
        if (!moved.isEmpty()) {
            int more = moved.size() - NAMED;
            differences.add(subject + ": "
                    + String.join("; ", moved.subList(0, Math.min(NAMED, moved.size())))
                    + (more > 0 ? "; and " + more + " more" : ""));
        }
    }

    private void resource(JsonNode entry) {
        JsonNode change = entry.path("change");
        SortedMap<String, String> effect = effect(change);
        put(effect, "previous_address", entry.path("previous_address"));
        put(effect, "importing", change.path("importing"));
        put(effect, "replace_paths", change.path("replace_paths"));
        if (effect.size() > 1 || !effect.getOrDefault("", "").equals("no-op")) {
            String deposed = entry.path("deposed").asText();
            effects.put(
                    "`" + entry.path("address").asText() + "`"
                            + (deposed.isEmpty() ? "" : " (deposed " + deposed + ")"),
                    effect);
        }
    }

    private static SortedMap<String, String> effect(JsonNode change) {
        SortedMap<String, String> effect = new TreeMap<>();
        List<String> actions = new ArrayList<>();
        change.path("actions").forEach(action -> actions.add(action.asText()));
        effect.put("", String.join(" and ", actions));
        if (actions.contains("create")) {
            effect.putAll(planned(change));
        } else if (actions.contains("update")) {
            SortedMap<String, String> before = leaves(change.path("before"));
            SortedMap<String, String> after = planned(change);
            for (String path : union(before, after)) {
                String from = before.getOrDefault(path, NOTHING);
                String to = after.getOrDefault(path, NOTHING);
                if (!from.equals(to)) {
                    effect.put(path, from + " → " + to);
                }
            }
        } else if (actions.contains("delete") || actions.contains("forget")) {
            put(effect, "id", change.path("before").path("id"));
            put(effect, "arn", change.path("before").path("arn"));
        }
        return effect;
    }

    private static SortedMap<String, String> planned(JsonNode change) {
        SortedMap<String, String> after = leaves(change.path("after"));
        leaves(change.path("after_unknown")).forEach((path, unknown) -> {
            if (unknown.equals("true")) {
                after.put(path, "known after apply");
            }
        });
        return after;
    }

    private static void put(Map<String, String> effect, String path, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            effect.put(path, shown(value));
        }
    }

    private static SortedMap<String, String> leaves(JsonNode value) {
        SortedMap<String, String> leaves = new TreeMap<>();
        collect("", value, leaves);
        return leaves;
    }

    private static void collect(String path, JsonNode value, Map<String, String> leaves) {
        String below = path.isEmpty() ? "" : path + ".";
        if (value.isObject()) {
            value.properties().forEach(one -> collect(below + one.getKey(), one.getValue(), leaves));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                collect(below + i, value.get(i), leaves);
            }
        } else if (!value.isMissingNode() && !value.isNull()) {
            leaves.put(path.isEmpty() ? "value" : path, shown(value));
        }
    }

    /** Long values are told apart by their digest: what two of them have in common at their beginning says nothing. */
    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST) + "… ("
                        + Sha256.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, 12) + ")";
    }

    private static Set<String> union(Map<String, ?> one, Map<String, ?> other) {
        Set<String> all = new TreeSet<>(one.keySet());
        all.addAll(other.keySet());
        return all;
    }
}
