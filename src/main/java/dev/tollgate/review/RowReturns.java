package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.ResourceChange;
import java.util.Optional;

/** An application deletes what its users asked it to; the plan would bring it back. */
final class RowReturns {

    static final ReviewRule RULE = new ReviewRule(
            "row-returns", Kind.LOSS, "a row that the application has deleted comes back", RowReturns::judge);

    private RowReturns() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (ResourceChange change : comparison.all(Action.CREATE)) {
            Gone gone = comparison.gone().get(change.address());
            if (gone == null || !SeededRow.isOne(change)) {
                continue;
            }
            SeededRow row = SeededRow.of(change.address(), gone.before());
            Optional<String> table = row.tableAddress(comparison.plan());
            // A table that is gone itself is said as lost, and its rows with it.
            if (table.isPresent() || !tableIsGone(comparison, row.table())) {
                report.sayWithin(
                        change.address(),
                        table,
                        row.named() + " was put in before and has been deleted since; it comes back as it was written",
                        "take it out of the table's `items`; or acknowledge it: "
                                + report.acknowledge(change.address(), table));
            }
        }
    }

    private static boolean tableIsGone(Comparison comparison, String table) {
        return comparison.gone().values().stream()
                .anyMatch(gone -> gone.type().equals("aws_dynamodb_table")
                        && gone.before().get("name").is(table));
    }
}
