package dev.tollgate.check.environment;

import dev.tollgate.check.EnvironmentRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Table;

/** DynamoDB refuses a table whose partition key is its sort key, too. */
final class TableKeyRepeated {

    static final EnvironmentRule RULE = new EnvironmentRule(
            "table-key-repeated", Severity.ERROR, "one attribute as both keys of a table", TableKeyRepeated::judge);

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
