package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Table;

/** DynamoDB refuses a table whose partition key is its sort key, too. */
final class TableKeyRepeated {

    static final CheckRule RULE = CheckRule.ofFile(
                    "table-key-repeated",
                    Severity.ERROR,
                    "one attribute as both keys of a table",
                    TableKeyRepeated::judge)
            .neverAccepted();

    private TableKeyRepeated() {}

    private static void judge(Environment environment, Report report) {
        for (Table table : environment.tables()) {
            boolean same = table.rangeKey()
                    .filter(key -> key.name().equals(table.hashKey().name()))
                    .isPresent();
            if (same) {
                report.error(
                        KeyPath.of("tables", table.name(), "range_key"),
                        "table `" + table.name() + "` has `" + table.hashKey().name()
                                + "` for its partition key and its sort key",
                        "name another attribute, or remove `range_key`");
            }
        }
    }
}
