package dev.tollgate.check.environment;

import dev.tollgate.check.EnvironmentRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.Table;
import java.util.List;

/** A function that may use what is not there. */
final class UnknownTable {

    static final EnvironmentRule RULE = new EnvironmentRule(
                    "unknown-table",
                    Severity.ERROR,
                    "a function uses a table that the file does not have",
                    UnknownTable::judge)
            .needing("tables");

    private UnknownTable() {}

    private static void judge(Environment environment, Report report) {
        List<String> known = environment.tables().stream().map(Table::name).toList();
        for (LambdaFunction.Packaged function : environment.packagedFunctions()) {
            for (int i = 0; i < function.tables().size(); i++) {
                String table = function.tables().get(i);
                if (!known.contains(table)) {
                    report.error(
                            KeyPath.of("functions", function.id(), "tables", i),
                            "function `" + function.id() + "` uses `" + table + "`, which is no table",
                            Wording.meant(table, known, "tables"));
                }
            }
        }
    }
}
