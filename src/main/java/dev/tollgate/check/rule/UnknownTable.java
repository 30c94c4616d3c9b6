package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.EventSources;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.Table;
import java.util.List;

/** A function that may use what is not there. */
final class UnknownTable {

    static final CheckRule RULE = CheckRule.ofFile(
                    "unknown-table",
                    Severity.ERROR,
                    "a function uses a table that the file does not have",
                    UnknownTable::judge)
            .needing("tables")
            .neverAccepted();

    private UnknownTable() {}

    private static void judge(Environment environment, Report report) {
        List<String> known = environment.tables().stream().map(Table::name).toList();
        for (LambdaFunction.Packaged function : environment.packagedFunctions()) {
            judge(function, "tables", function.tables(), known, report);
            judge(function, "read_tables", function.readTables(), known, report);
            streams(environment, function, known, report);
        }
    }

    private static void streams(
            Environment environment, LambdaFunction.Packaged function, List<String> known, Report report) {
        for (EventSources.Stream stream : function.events().streams()) {
            KeyPath path = KeyPath.of("functions", function.id(), "streams", stream.source());
            if (stream.isOfTable() && !known.contains(stream.source())) {
                report.error(
                        path,
                        "function `" + function.id() + "` reads the stream of `" + stream.source()
                                + "`, which is not in `tables`",
                        Wording.meant(stream.source(), known, "tables"));
            } else if (environment.tables().stream()
                    .anyMatch(table -> table.name().equals(stream.source())
                            && table.stream().isEmpty())) {
                report.error(
                        path,
                        "function `" + function.id() + "` reads the stream of `" + stream.source()
                                + "`, which has none",
                        "add `stream = \"NEW_AND_OLD_IMAGES\"` to the table, or what of it the function needs");
            }
        }
    }

    private static void judge(
            LambdaFunction.Packaged function, String key, List<String> tables, List<String> known, Report report) {
        for (int i = 0; i < tables.size(); i++) {
            if (!known.contains(tables.get(i))) {
                report.error(
                        KeyPath.of("functions", function.id(), key, i),
                        "function `" + function.id() + "` uses `" + tables.get(i) + "`, which is not in `tables`",
                        Wording.meant(tables.get(i), known, "tables"));
            }
        }
    }
}
