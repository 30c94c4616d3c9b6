package dev.tollgate.check.terraform;

import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;

/** A stage of an HTTP API shows what was deployed to it: by itself, or by a deployment that it names. */
final class StageNeverDeploys {

    static final TerraformRule RULE = new TerraformRule(
            "stage-never-deploys",
            Severity.ERROR,
            "a stage of an HTTP API that is never deployed to, or in two ways",
            StageNeverDeploys::judge);

    private static final String AUTO = "auto_deploy";
    private static final String DEPLOYMENT = "deployment_id";

    private StageNeverDeploys() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource stage : infrastructure.ofType("aws_apigatewayv2_stage")) {
            Value auto = infrastructure.resolve(stage.argument(AUTO));
            Place place = Place.of(stage, AUTO);
            boolean named = !stage.argument(DEPLOYMENT).isAbsent();
            if (!report.knows(place, auto)) {
                continue;
            }
            if (auto.is("true") && named) {
                report.error(
                        place,
                        "stage `" + stage.address()
                                + "` deploys by itself, and names a deployment as well: they undo each" + " other",
                        "leave `" + DEPLOYMENT + "` out");
            } else if (!auto.is("true") && !named) {
                report.error(
                        place,
                        "stage `" + stage.address() + "` is never deployed to: it answers nothing but 404",
                        "set `" + AUTO + " = true`");
            }
        }
    }
}
