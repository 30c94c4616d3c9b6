package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.ResourceChange;
import dev.tollgate.terraform.Value;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The same table in other regions: one that leaves is deleted there, and while there is one the table is as it has to
 * be.
 */
final class TableReplicas {

    static final ReviewRule LOST = new ReviewRule(
            "replica-lost", Kind.LOSS, "a table's replica in another region is deleted", TableReplicas::judge);

    static final ReviewRule HOLD = new ReviewRule(
            "replicas-hold",
            Kind.REFUSED,
            "a table's stream ends, or its capacity is provisioned, while it has replicas",
            TableReplicas::judgeNeeds);

    private static final String TABLE = "aws_dynamodb_table";

    private TableReplicas() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (ResourceChange change : comparison.all(Action.UPDATE)) {
            Optional<SortedSet<String>> before = regions(change, change.before());
            Optional<SortedSet<String>> after = regions(change, change.after());
            if (before.isEmpty() || after.isEmpty()) {
                continue;
            }
            SortedSet<String> gone = before.get();
            gone.removeAll(after.get());
            if (!gone.isEmpty()) {
                String named = "`" + String.join("`, `", gone) + "`";
                report.say(
                        change.address(),
                        "`" + change.address() + "`" + Losses.named(change.before()) + " is deleted in " + named
                                + ", with its backups there: what reads or writes it in that region finds no table",
                        "leave " + named + " in the table's `replicas`; or acknowledge the loss: `--acknowledge '"
                                + change.address() + "=REASON'`");
            }
        }
    }

    /** The provider changes both before it removes a replica. */
    private static void judgeNeeds(Comparison comparison, ReviewReport report) {
        for (ResourceChange change : comparison.all(Action.UPDATE)) {
            if (regions(change, change.before()).filter(had -> !had.isEmpty()).isEmpty()) {
                continue;
            }
            if (turns(change, "stream_enabled", "true", "false")) {
                report.say(
                        change.address(),
                        "`" + change.address() + "` has replicas, which are made from its stream: DynamoDB refuses to"
                                + " end it while there is one",
                        "in two steps: remove the replicas and apply, then remove `stream`");
            }
            if (turns(change, "billing_mode", "PAY_PER_REQUEST", "PROVISIONED")) {
                report.say(
                        change.address(),
                        "`" + change.address() + "` has replicas: DynamoDB refuses capacities whose writes do not scale"
                                + " while there is one",
                        "in two steps: remove the replicas and apply, then write the capacities");
            }
        }
    }

    private static boolean turns(ResourceChange change, String attribute, String from, String to) {
        return change.before().get(attribute).is(from)
                && change.after().get(attribute).is(to);
    }

    /** Empty for what is no table, and where they are not known. */
    private static Optional<SortedSet<String>> regions(ResourceChange change, Value values) {
        Value replicas = values.get("replica");
        if (!change.type().equals(TABLE) || replicas instanceof Value.Unknown) {
            return Optional.empty();
        }
        SortedSet<String> regions = new TreeSet<>();
        for (Value replica : replicas.items()) {
            Optional<String> region = replica.get("region_name").text();
            if (region.isEmpty()) {
                return Optional.empty();
            }
            regions.add(region.get());
        }
        return Optional.of(regions);
    }
}
