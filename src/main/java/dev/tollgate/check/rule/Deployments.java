package dev.tollgate.check.rule;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code aws_api_gateway_deployment}: what makes Terraform create one anew. */
final class Deployments {

    static final String TRIGGERS = "triggers";

    private Deployments() {}

    static List<Resource> of(Infrastructure infrastructure) {
        return infrastructure.ofType("aws_api_gateway_deployment");
    }

    /** What {@code deployment} is made anew for; {@code replace_triggered_by} counts as well. */
    static List<Value> triggers(Resource deployment) {
        Value triggers = deployment.argument(TRIGGERS);
        Value lifecycle = deployment.lifecycle().get("replace_triggered_by");
        List<Value> found = new ArrayList<>(
                triggers instanceof Value.Mapping mapping
                        ? List.copyOf(mapping.members().values())
                        : triggers.items());
        // Of before triggers: another text here made another deployment.
        List.of("stage_description", "variables", "description").forEach(old -> {
            Value value = deployment.argument(old);
            if (value instanceof Value.Mapping mapping) {
                found.addAll(mapping.members().values().stream()
                        .filter(one -> !one.isCertain())
                        .toList());
            } else if (!value.isCertain()) {
                found.add(value);
            }
        });
        if (!(lifecycle instanceof Value.Unknown)) {
            found.addAll(lifecycle.items());
        }
        return found;
    }
}
