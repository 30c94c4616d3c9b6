package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;

/** A trigger that changes in every run deploys with every apply, and makes every plan say so. */
final class DeploymentTriggerUnstable {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "deployment-trigger-unstable",
            Severity.WARNING,
            "a REST API that is deployed again in every run",
            DeploymentTriggerUnstable::judge);

    private DeploymentTriggerUnstable() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource deployment : Deployments.of(infrastructure)) {
            boolean unstable = Deployments.triggers(deployment).stream().anyMatch(Value::differsEachTime);
            if (unstable) {
                report.warning(
                        Place.of(deployment, Deployments.TRIGGERS),
                        "deployment `" + deployment.address()
                                + "` has a trigger that changes in every run: every plan redeploys the API",
                        "hash the API's arguments instead of `timestamp()` or `uuid()`");
            }
        }
    }
}
