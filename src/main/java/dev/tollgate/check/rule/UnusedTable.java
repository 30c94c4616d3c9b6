package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Table;

/** A table that no function of the file may read or write. */
final class UnusedTable {

    static final CheckRule RULE = CheckRule.ofFile(
                    "unused-table", Severity.NOTE, "a table that no function uses", UnusedTable::judge)
            .needing("functions");

    private UnusedTable() {}

    private static void judge(Environment environment, Report report) {
        for (Table table : environment.tables()) {
            boolean used = environment.packagedFunctions().stream()
                    .anyMatch(function -> function.tables().contains(table.name())
                            || function.readTables().contains(table.name())
                            || function.events().streamSources().contains(table.name()));
            if (!used) {
                report.note(
                        KeyPath.of("tables", table.name()),
                        "no function uses table `" + table.name() + "`",
                        "add it to a function's `tables`, or remove it");
            }
        }
    }
}
