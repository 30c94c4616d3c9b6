package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.ResourceChange;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Limits of a table on demand. DynamoDB takes one away by -1, which the provider sends once and then again with every
 * plan, since DynamoDB tells nothing of it any more; without the block it asks for nothing at all. An index that it
 * makes again it makes without them.
 */
final class TableLimitsStay {

    static final ReviewRule RULE = new ReviewRule(
            "table-limits-stay",
            Kind.REFUSED,
            "limits of a table on demand are to leave, or its index is made again without them",
            TableLimitsStay::judge);

    private static final String LIMITS = "on_demand_throughput";
    private static final List<String> UNITS = List.of("max_read_request_units", "max_write_request_units");
    private static final Set<String> NONE = Set.of("0", "-1");
    private static final String GONE = "MaxReadRequestUnits=-1,MaxWriteRequestUnits=-1";

    private TableLimitsStay() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (ResourceChange change : comparison.all(Action.UPDATE)) {
            // A table whose capacity is provisioned has none: DynamoDB takes them away itself.
            if (change.type().equals("aws_dynamodb_table")
                    && change.after().get("billing_mode").is("PAY_PER_REQUEST")) {
                if (leave(change.before(), change.after())) {
                    String option = "--on-demand-throughput " + GONE;
                    stay(change, "", option, report);
                }
                indexes(change, report);
            }
        }
    }

    private static void indexes(ResourceChange change, ReviewReport report) {
        SortedMap<String, Value> then = byName(change.before());
        byName(change.after()).forEach((name, index) -> {
            Value before = then.getOrDefault(name, Value.absent());
            if (before.isAbsent()) {
                return;
            }
            if (isMadeAgain(before, index)) {
                if (areIn(index)) {
                    report.say(
                            change.address(),
                            "index `" + name + "` of `" + change.address()
                                    + "` is deleted and made again, without the limits that it is to have: the provider"
                                    + " forgets them there",
                            "give the index another name, or remove it and apply before you add it again");
                }
            } else if (leave(before, index)) {
                String option = "--global-secondary-index-updates 'Update={IndexName=" + name + ",OnDemandThroughput={"
                        + GONE + "}}'";
                stay(change, "index `" + name + "` of ", option, report);
            }
        });
    }

    private static void stay(ResourceChange change, String what, String option, ReviewReport report) {
        report.say(
                change.address(),
                what + "`" + change.address()
                        + "` loses the limits of what is called of it on demand, and keeps them on"
                        + " AWS: the provider does not ask for it",
                "take them away by `aws dynamodb update-table --table-name "
                        + change.before().get("name").text().orElse("NAME") + " " + option + "`, and plan again");
    }

    private static boolean leave(Value before, Value after) {
        return areIn(before) && after.get(LIMITS).isCertain() && !areIn(after);
    }

    private static boolean areIn(Value limited) {
        return limited.get(LIMITS).items().stream()
                .flatMap(limits -> UNITS.stream().map(limits::get))
                .flatMap(units -> units.text().stream())
                .anyMatch(units -> !NONE.contains(units));
    }

    /** Whatever else differs of an index has the provider make another. */
    private static boolean isMadeAgain(Value before, Value after) {
        return Stream.of("hash_key", "range_key", "projection_type")
                        .anyMatch(key -> !text(before, key).equals(text(after, key)))
                || !names(before).equals(names(after));
    }

    private static String text(Value index, String key) {
        return index.get(key).text().orElse("");
    }

    private static List<String> names(Value index) {
        return index.get("non_key_attributes").items().stream()
                .flatMap(name -> name.text().stream())
                .sorted()
                .toList();
    }

    private static SortedMap<String, Value> byName(Value table) {
        SortedMap<String, Value> indexes = new TreeMap<>();
        for (Value index : table.get("global_secondary_index").items()) {
            Optional<String> name = index.get("name").text();
            name.ifPresent(known -> indexes.put(known, index));
        }
        return indexes;
    }
}
