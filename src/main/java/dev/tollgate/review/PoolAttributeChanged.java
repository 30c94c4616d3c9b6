package dev.tollgate.review;

import dev.tollgate.model.PoolAttribute;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Cognito adds attributes of one's own to a pool, and does nothing else to its schema: the provider fails half-way, or
 * adds a standard attribute as {@code custom:…}.
 */
final class PoolAttributeChanged {

    static final ReviewRule RULE = new ReviewRule(
            "pool-attribute-changed",
            Kind.REFUSED,
            "an attribute of a pool's people is removed or changed, or a standard one added",
            PoolAttributeChanged::judge);

    private static final String HINT = "write the attributes as they were; a new one of your own can be added beside"
            + " them. For others, make a second pool and bring the people over";

    private PoolAttributeChanged() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (Pair pair : Pair.of(comparison, "aws_cognito_user_pool")) {
            Value after = pair.after().get("schema");
            if (!after.isAbsent() && !after.isCertain()) {
                report.undecided(pair.address(), "whether the attributes of `" + pair.address() + "` stay");
                continue;
            }
            SortedMap<String, Value> then = byName(pair.before().get("schema").items());
            SortedMap<String, Value> now = byName(after.items());
            then.forEach((name, attribute) -> {
                if (!attribute.equals(now.get(name))) {
                    report.say(
                            pair.address(),
                            "the attribute `" + name + "` of `" + pair.address() + "` is "
                                    + (now.containsKey(name) ? "changed" : "removed") + ", and cannot be",
                            HINT);
                }
            });
            now.keySet().stream()
                    .filter(name -> PoolAttribute.isStandard(name) && !then.containsKey(name))
                    .forEach(name -> report.say(
                            pair.address(),
                            "the standard attribute `" + name + "` cannot be added to `" + pair.address()
                                    + "`: it would become `custom:" + name + "`",
                            HINT));
        }
    }

    private static SortedMap<String, Value> byName(List<Value> schema) {
        SortedMap<String, Value> attributes = new TreeMap<>();
        schema.forEach(one -> one.get("name").text().ifPresent(name -> attributes.put(name, one)));
        return attributes;
    }
}
