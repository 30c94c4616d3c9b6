package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;

/** A stage of an HTTP API shows what was deployed to it: by itself, or by a deployment that it names. */
final class StageNeverDeploys {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "stage-never-deploys",
            Severity.ERROR,
            "a stage of an HTTP API that is never deployed to, or in two ways",
            StageNeverDeploys::judge);

    private static final String AUTO = "auto_deploy";
    private static final String DEPLOYMENT = "deployment_id";

    private StageNeverDeploys() {}

    /** A quick create makes a stage of its own. */
    private static void judgeStages(Infrastructure infrastructure, Api api, TerraformReport report) {
        Place place = Place.of(api.resource());
        boolean certain = infrastructure.unread().isEmpty()
                && infrastructure.ofType("aws_apigatewayv2_stage").stream()
                        .map(stage -> infrastructure.follow(stage.get("api_id"), "aws_apigatewayv2_api"))
                        .allMatch(followed -> followed instanceof ReferenceTarget.To);
        if (!api.resource().argument("target").isAbsent()) {
            return;
        }
        if (certain) {
            report.error(
                    place,
                    "`" + api.resource().address() + "` has no stage: it answers every call with 404",
                    "add an `aws_apigatewayv2_stage` with `auto_deploy = true`");
        } else {
            report.undecided(place, "its stages are not known");
        }
    }

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        surface.apis().stream()
                .filter(api -> api.kind() == Api.Kind.HTTP && api.resource().is("aws_apigatewayv2_api"))
                .filter(api -> api.stages().isEmpty() && !api.routes().isEmpty())
                .forEach(api -> judgeStages(infrastructure, api, report));
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
                        "stage `" + stage.address() + "` is never deployed to: it answers every call with 404",
                        "set `" + AUTO + " = true`");
            }
        }
    }
}
