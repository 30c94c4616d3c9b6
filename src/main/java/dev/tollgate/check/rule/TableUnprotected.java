package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;

/** A table that one call deletes, or that nobody can bring back to yesterday. */
final class TableUnprotected {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "table-unprotected",
                    Severity.WARNING,
                    "a table that can be deleted, or that cannot be restored",
                    TableUnprotected::judge)
            .fixedInFile("leave `deletion_protection` and `point_in_time_recovery` at `true`, their default");

    private static final String DELETION = "deletion_protection_enabled";
    private static final String RECOVERY = "point_in_time_recovery";

    private TableUnprotected() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource table : infrastructure.ofType("aws_dynamodb_table")) {
            Value kept = infrastructure.resolve(table.argument(DELETION));
            if (report.knows(Place.of(table, DELETION), kept) && !kept.is("true")) {
                report.warning(
                        Place.of(table, DELETION),
                        "table `" + table.address() + "` can be deleted with all its items in one call",
                        "set `" + DELETION + " = true`");
            }
            Value recovery = infrastructure.resolve(table.argument(RECOVERY));
            Value enabled = recovery.get("enabled");
            if (report.knows(Place.of(table, RECOVERY, "enabled"), enabled) && !enabled.is("true")) {
                report.warning(
                        Place.of(table, RECOVERY, "enabled"),
                        "table `" + table.address() + "` cannot be restored after a mistake",
                        "`point_in_time_recovery { enabled = true }`");
            }
        }
    }
}
