package dev.tollgate.pipeline;

import dev.tollgate.deploy.TerraformFailure;
import dev.tollgate.deploy.Workspace;
import dev.tollgate.finding.Finding;
import dev.tollgate.finding.UserError;
import dev.tollgate.review.Kind;
import dev.tollgate.review.Remark;
import dev.tollgate.review.Review;
import dev.tollgate.terraform.Plan;
import dev.tollgate.terraform.PlanReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** What to do where Terraform made a plan and cannot order it: {@code Error: Cycle} names all and says nothing. */
final class CycleHint {

    private static final String CLIENT = "aws_cognito_user_pool_client.";

    private CycleHint() {}

    /** The hint for the plan in {@code file}, which failed; empty where a cycle is not why. */
    static Optional<String> of(Workspace workspace, Path file) {
        return workspace.cycle(file).map(cycle -> {
            String known = known(workspace, file);
            return "Terraform cannot order this change in one apply, and applied nothing; "
                    + (known.isEmpty() ? inTwoSteps(cycle.deleted()) : known);
        });
    }

    /** The hints of a review that knows why. */
    private static String known(Workspace workspace, Path file) {
        Plan plan;
        try {
            plan = PlanReader.read("plan", new String(workspace.json(file), StandardCharsets.UTF_8));
        } catch (TerraformFailure | UserError e) {
            // The cycle is what to tell, not that its plan cannot be read.
            return "";
        }
        return Review.of(plan, "plan", "plan", List.of()).of(Kind.REFUSED).stream()
                .map(Remark::finding)
                .filter(finding -> finding.rule().endsWith("-in-cycle"))
                .map(Finding::hint)
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String inTwoSteps(SortedSet<String> deleted) {
        String clients = deleted.stream()
                .filter(address -> address.startsWith(CLIENT))
                .map(address -> "`" + address + "`")
                .collect(Collectors.joining(", "));
        return clients.isEmpty()
                ? "in two steps: leave a part of what its cycle names in the file as it was, and apply; then the rest"
                : "in two steps: change " + clients
                        + " in an apply of its own (`secret` is what replaces it), or the functions that know its id; then the rest";
    }
}
