package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;

/** A deployment that a stage shows cannot be deleted: the new one has to be there first. */
final class DeploymentNotCreatedFirst {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "deployment-not-created-first",
            Severity.ERROR,
            "a REST deployment that cannot be replaced",
            DeploymentNotCreatedFirst::judge);

    private DeploymentNotCreatedFirst() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource deployment : Deployments.of(infrastructure)) {
            String subject = "deployment `" + deployment.address() + "`";
            Value first = deployment.lifecycle().get("create_before_destroy");
            Place place = Place.of(deployment, "lifecycle", "create_before_destroy");
            if (first instanceof Value.Unknown unknown) {
                report.undecided(place, unknown.because());
            } else if (!first.is("true")) {
                report.error(
                        place,
                        subject + " is deleted before its replacement exists, which API Gateway refuses while a"
                                + " stage uses it",
                        "`lifecycle { create_before_destroy = true }`");
            }
            Value stage = deployment.argument("stage_name");
            if (!stage.isAbsent()) {
                report.error(
                        Place.of(deployment, "stage_name"),
                        subject + " creates its own stage, which is deleted with it: until the next one exists,"
                                + " the API is down",
                        "remove `stage_name`, and add an `aws_api_gateway_stage`");
            }
        }
    }
}
