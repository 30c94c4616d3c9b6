package dev.tollgate.review;

import dev.tollgate.surface.StillAnswered;

/** A removed route of a REST API is answered until the API is deployed once more. */
final class KeptByDeployment {

    static final ReviewRule RULE = new ReviewRule(
            "route-still-answered",
            Kind.FORGOTTEN,
            "a removed route is still answered until the next deployment",
            KeptByDeployment::judge,
            "still answered");

    private KeptByDeployment() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (StillAnswered stale : StillAnswered.in(
                comparison.plan().before(),
                comparison.plan().after(),
                comparison.plan().changes())) {
            report.say(
                    stale.deployment(),
                    "`" + String.join("`, `", stale.routes())
                            + "`: still answered until the next deployment, because Terraform makes `"
                            + stale.deployment() + "` before it deletes them",
                    "`tollgate deploy` takes one more step after this plan: it replaces the deployment and moves the"
                            + " stage, and nothing else. With Terraform alone: `" + stale.command()
                            + "`. With `definition = \"openapi\"` no step is needed");
        }
    }
}
