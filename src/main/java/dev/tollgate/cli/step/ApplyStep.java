package dev.tollgate.cli.step;

import dev.tollgate.cli.text.ExitCode;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.cli.text.Text;
import dev.tollgate.deploy.Bundle;
import dev.tollgate.deploy.PlanMode;
import dev.tollgate.finding.UserError;
import dev.tollgate.pipeline.Deployment;
import dev.tollgate.pipeline.FurtherStep;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Applies a bundle: nothing has changed since the plan, the user agreed, exactly that plan. */
final class ApplyStep {

    private final Terminal terminal;
    private final Deployment deployment;
    private final PlanReview review;
    private final Consent consent;
    private final PlanMode mode;

    ApplyStep(Terminal terminal, Deployment deployment, PlanReview review, Consent consent, PlanMode mode) {
        this.terminal = terminal;
        this.deployment = deployment;
        this.review = review;
        this.consent = consent;
        this.mode = mode;
    }

    /** The bundle in {@code file}, which is for {@code environment} and for this command. */
    static Bundle read(Path file, String environment, PlanMode mode) {
        Bundle bundle = Bundle.read(file);
        String planned = bundle.manifest().environment();
        if (!planned.equals(environment)) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "`" + file + "` is a plan of `" + planned + "`, not of `" + environment + "`",
                    "name `-e " + planned + "`, or another bundle");
        }
        if (bundle.manifest().mode() != mode) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "`" + file + "` is a plan " + (mode == PlanMode.NORMAL ? "to destroy" : "that does not destroy"),
                    "use `tollgate " + (mode == PlanMode.NORMAL ? "destroy" : "deploy") + "`");
        }
        return bundle;
    }

    /** Applies {@code bundle}, which was made before: first it has to be true still, and what was reviewed. */
    int applyReviewed(Bundle bundle) {
        List<String> moved = new ArrayList<>(deployment.moved(bundle));
        if (moved.isEmpty() && bundle.manifest().changes() && !deployment.isWhatWasReviewed(bundle)) {
            moved.add("the plan file does not match the reviewed JSON");
        }
        if (!moved.isEmpty()) {
            return refuse(bundle, moved);
        }
        if (bundle.manifest().changes() && !consent.isGivenBeforehand()) {
            terminal.flush();
            deployment.show(bundle);
        }
        return apply(bundle);
    }

    /** Applies {@code bundle}, which was shown while it was made. */
    int applyShown(Bundle bundle) {
        return apply(bundle);
    }

    private int apply(Bundle bundle) {
        String environment = bundle.manifest().environment();
        if (!bundle.manifest().changes()) {
            terminal.err().println("nothing to " + verb() + ": the plan changes nothing");
            return ExitCode.OK;
        }
        if (!review.allows(bundle)) {
            return ExitCode.FINDINGS;
        }
        if (mode == PlanMode.DESTROY) {
            DestroyWarnings.lines(environment, new String(bundle.json(), StandardCharsets.UTF_8))
                    .forEach(line -> terminal.err().println("note: " + Text.printable(line)));
        }
        if (!consent.isGiven(terminal, environment, verb())) {
            terminal.err().println("nothing was applied: that is not the environment's name");
            return ExitCode.FINDINGS;
        }
        // While somebody was thinking, files may have moved.
        List<String> moved = consent.isGivenBeforehand() ? List.of() : deployment.moved(bundle);
        if (!moved.isEmpty()) {
            return refuse(bundle, moved);
        }
        Patience.lines(environment, new String(bundle.json(), StandardCharsets.UTF_8))
                .forEach(line -> terminal.err().println("waits for " + line));
        terminal.flush();
        deployment.apply(bundle);
        return mode == PlanMode.DESTROY
                ? ExitCode.OK
                : FurtherStep.after(bundle).map(step -> further(step, bundle)).orElse(ExitCode.OK);
    }

    /** Removed routes of a REST API are answered until it is deployed again: what the review has announced. */
    private int further(FurtherStep step, Bundle applied) {
        terminal.err()
                .println("one more step: " + Text.printable(String.join(", ", step.routes()))
                        + " still answered; replaces " + String.join(", ", step.deployments())
                        + " and moves the stage");
        terminal.flush();
        Bundle plan = deployment.plan(step, applied);
        List<String> others = step.othersIn(plan);
        if (!others.isEmpty()) {
            terminal.err()
                    .println(terminal.styled("bold,red", "error:") + " the step would also change "
                            + Text.printable(String.join(", ", others))
                            + ": it was not applied, and these routes are still answered");
            terminal.err()
                    .println("  run `tollgate plan -e " + applied.manifest().environment()
                            + "`, review and deploy that. Then: " + Text.printable(step.announcement()));
            return ExitCode.FINDINGS;
        }
        deployment.apply(plan);
        return ExitCode.OK;
    }

    private int refuse(Bundle bundle, List<String> moved) {
        String environment = bundle.manifest().environment();
        moved.forEach(one -> terminal.err().println(terminal.styled("bold,red", "error:") + " " + Text.printable(one)));
        terminal.err()
                .println("nothing was applied: something has changed since the plan was made; run `tollgate plan -e "
                        + environment + (mode == PlanMode.DESTROY ? " --destroy" : "") + "` again, and review that");
        return ExitCode.FINDINGS;
    }

    private String verb() {
        return mode == PlanMode.DESTROY ? "destroy" : "deploy";
    }
}
