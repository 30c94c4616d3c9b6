package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.Report;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Table;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import java.util.Optional;

/** DynamoDB refuses a table whose partition key is its sort key, too. */
final class TableKeyRepeated {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "table-key-repeated",
                    Severity.ERROR,
                    "one attribute as both keys of a table",
                    TableKeyRepeated::judge)
            .andOfFile(TableKeyRepeated::judge)
            .neverAccepted();

    private static final String SORT_KEY = "range_key";
    private static final String HINT = "name another attribute, or remove `range_key`";

    private TableKeyRepeated() {}

    private static void judge(Environment environment, Report report) {
        for (Table table : environment.tables()) {
            boolean same = table.rangeKey()
                    .filter(key -> key.name().equals(table.hashKey().name()))
                    .isPresent();
            if (same) {
                report.error(
                        KeyPath.of("tables", table.name(), SORT_KEY),
                        message(table.name(), table.hashKey().name()),
                        HINT);
            }
        }
    }

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource table : infrastructure.ofType("aws_dynamodb_table")) {
            Optional<String> hash =
                    infrastructure.resolve(table.argument("hash_key")).text();
            Optional<String> range =
                    infrastructure.resolve(table.argument(SORT_KEY)).text();
            if (hash.isPresent() && hash.equals(range)) {
                report.error(Place.of(table, SORT_KEY), message(table.address(), hash.get()), HINT);
            }
        }
    }

    private static String message(String table, String key) {
        return "table `" + table + "` has `" + key + "` for its partition key and its sort key";
    }
}
