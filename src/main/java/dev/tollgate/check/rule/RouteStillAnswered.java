package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.StillAnswered;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import java.util.List;

/** A plan takes routes of a REST API away, and the deployment that it makes still has them. */
final class RouteStillAnswered {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "route-still-answered",
            Severity.WARNING,
            "a removed route that a REST API still answers",
            RouteStillAnswered::judge);

    private RouteStillAnswered() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        report.baseline().ifPresent(before -> StillAnswered.in(before, infrastructure, report.changes())
                .forEach(stale -> report.warning(
                        new Place(stale.deployment(), KeyPath.ROOT, List.of()),
                        "`" + String.join("`, `", stale.routes()) + "`: still answered after this plan, because"
                                + " Terraform makes `" + stale.deployment() + "` before it deletes them",
                        "after the apply, deploy the API again: `" + stale.command() + "`")));
    }
}
