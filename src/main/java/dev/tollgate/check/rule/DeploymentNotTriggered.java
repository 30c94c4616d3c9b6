package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Addresses;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A REST API shows its last deployment. A change that makes no new one is in Terraform's state and nowhere else. */
final class DeploymentNotTriggered {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "deployment-not-triggered",
            Severity.ERROR,
            "a REST deployment that does not follow changes of the API",
            DeploymentNotTriggered::judge);

    private static final String HINT =
            "hash the arguments of all of them in `triggers`, or a text that changes with them";
    private static final List<String> DEPLOYED = List.of(
            "aws_api_gateway_authorizer",
            "aws_api_gateway_gateway_response",
            "aws_api_gateway_integration",
            "aws_api_gateway_method");

    private DeploymentNotTriggered() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource deployment : Deployments.of(infrastructure)) {
            judge(infrastructure, deployment, report);
        }
    }

    private static void judge(Infrastructure infrastructure, Resource deployment, TerraformReport report) {
        Place place = Place.of(deployment, Deployments.TRIGGERS);
        List<Value> triggers = Deployments.triggers(deployment);
        String subject = "deployment `" + deployment.address() + "`";
        if (triggers.isEmpty() && deployment.lifecycle() instanceof Value.Unknown unknown) {
            report.undecided(place, unknown.because());
            return;
        }
        if (triggers.isEmpty()) {
            report.error(place, subject + " is created once: later changes of the API are never deployed", HINT);
            return;
        }
        // A literal was worked out before Terraform ran, and a file's digest is not made from resources: both may cover
        // all.
        if (triggers.stream().anyMatch(trigger -> trigger.references().isEmpty())) {
            return;
        }
        Set<String> whole = new HashSet<>();
        Set<String> byId = new HashSet<>();
        for (Value trigger : triggers) {
            trigger.references().forEach(reference -> (reference.attribute().equals("id") ? byId : whole)
                    .add(Addresses.withoutKey(reference.address())));
        }
        TreeSet<String> missing = new TreeSet<>();
        TreeSet<String> unseen = new TreeSet<>();
        for (Resource part : parts(infrastructure, deployment)) {
            String described = part.document().orElse(part.address());
            String address = Addresses.withoutKey(described);
            if (!whole.contains(address)) {
                (byId.contains(address) ? unseen : missing).add(described);
            }
        }
        boolean isShown = infrastructure.view() == Infrastructure.View.CONFIGURATION
                || deployment.isOfResources(Deployments.TRIGGERS);
        if (!missing.isEmpty() && !isShown) {
            report.undecided(place, "a plan does not show a trigger that is computed before Terraform runs");
        } else if (!missing.isEmpty()) {
            report.error(place, subject + " does not follow changes of " + Wording.listed(missing), HINT);
        }
        if (!unseen.isEmpty()) {
            report.warning(
                    place,
                    subject + " follows the `id` of " + Wording.listed(unseen)
                            + ", which stays the same when its authorization or integration changes",
                    HINT);
        }
    }

    private static List<Resource> parts(Infrastructure infrastructure, Resource deployment) {
        ReferenceTarget api = infrastructure.follow(deployment.get("rest_api_id"));
        return DEPLOYED.stream()
                .flatMap(type -> infrastructure.ofType(type).stream())
                .filter(part -> infrastructure.follow(part.get("rest_api_id")) instanceof ReferenceTarget.To to
                        && api instanceof ReferenceTarget.To deployed
                        && to.resource().isSame(deployed.resource()))
                .toList();
    }
}
