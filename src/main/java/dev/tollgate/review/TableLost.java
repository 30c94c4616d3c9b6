package dev.tollgate.review;

import java.util.Set;

/** The items go with the table. */
final class TableLost {

    static final ReviewRule RULE =
            new ReviewRule("table-lost", Kind.LOSS, "a table is deleted or replaced", TableLost::judge);

    private static final Set<String> TYPES = Set.of("aws_dynamodb_table");

    private TableLost() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        Losses.ofData(comparison, report, TYPES, "all items are lost");
    }
}
