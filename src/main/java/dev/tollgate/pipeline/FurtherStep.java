package dev.tollgate.pipeline;

import dev.tollgate.deploy.Bundle;
import dev.tollgate.surface.StillAnswered;
import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.Plan;
import dev.tollgate.terraform.PlanReader;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.ResourceChange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a plan leaves to do that takes routes of a REST API away: to replace the deployment, which was made before they
 * were deleted, and to move the stage to the new one.
 *
 * @param deployments the addresses of what is replaced
 * @param routes what is answered until then
 */
public record FurtherStep(List<String> deployments, List<String> routes) {

    private static final String STAGE = "aws_api_gateway_stage";

    public FurtherStep {
        deployments = List.copyOf(deployments);
        routes = List.copyOf(routes);
    }

    /** The step that {@code bundle} leaves to do, once it is applied. */
    public static Optional<FurtherStep> after(Bundle bundle) {
        Plan plan = plan(bundle);
        List<StillAnswered> stale = StillAnswered.in(plan.before(), plan.after(), plan.changes());
        if (stale.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new FurtherStep(
                stale.stream().map(StillAnswered::deployment).toList(),
                stale.stream().flatMap(one -> one.routes().stream()).toList()));
    }

    /** What is said of it before: what is answered, and which step ends that. */
    public String announcement() {
        String replace = deployments.stream()
                .map(address -> " -replace='" + address + "'")
                .collect(Collectors.joining());
        return "`" + String.join("`, `", routes)
                + "`: still answered until the next deployment. `tollgate deploy` takes"
                + " one more step: it replaces `" + String.join("`, `", deployments)
                + "` and moves the stage, and nothing else. With Terraform alone: `terraform apply" + replace + "`";
    }

    /** What {@code bundle}, a plan of this step, would do besides it, an address each. */
    public List<String> othersIn(Bundle bundle) {
        return plan(bundle).changes().stream()
                .filter(change -> change.mode() == Resource.Mode.MANAGED && change.action() != Action.NONE)
                .filter(change -> !isPart(change))
                .map(ResourceChange::address)
                .toList();
    }

    private boolean isPart(ResourceChange change) {
        return deployments.contains(change.address())
                ? change.action() == Action.REPLACE_CREATED_FIRST
                : change.type().equals(STAGE) && change.action() == Action.UPDATE;
    }

    private static Plan plan(Bundle bundle) {
        return PlanReader.read(bundle.manifest().environment(), new String(bundle.json(), StandardCharsets.UTF_8));
    }
}
