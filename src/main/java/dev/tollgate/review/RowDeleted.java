package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.ResourceChange;
import java.util.Optional;

/** Whatever the application has made of a row since it was put in goes with it. */
final class RowDeleted {

    static final ReviewRule RULE =
            new ReviewRule("row-deleted", Kind.LOSS, "a row that was put into a table is deleted", RowDeleted::judge);

    private RowDeleted() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (ResourceChange change : comparison.plan().changes()) {
            if (!SeededRow.isOne(change) || !change.action().loses()) {
                continue;
            }
            SeededRow row = SeededRow.of(change.address(), change.before());
            Optional<String> table = row.tableAddress(comparison.plan());
            // With its table it is lost with the table, and said there.
            if (table.isEmpty() || !goes(comparison, table.get())) {
                report.sayWithin(
                        change.address(),
                        table,
                        row.named() + " is " + (change.action() == Action.DELETE ? "deleted" : "replaced")
                                + Losses.forced(change) + ", with all that the application has made of it",
                        "leave it in the table's `items`; or acknowledge it: "
                                + report.acknowledge(change.address(), table));
            }
        }
    }

    private static boolean goes(Comparison comparison, String table) {
        return comparison.plan().changes().stream()
                .anyMatch(change ->
                        change.address().equals(table) && change.action().loses());
    }
}
