package dev.tollgate.cli.step;

import dev.tollgate.cli.text.ExitCode;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.cli.text.Text;
import dev.tollgate.deploy.Acknowledgement;
import dev.tollgate.deploy.Bundle;
import dev.tollgate.deploy.FreshPlan;
import dev.tollgate.deploy.PlanInputs;
import dev.tollgate.deploy.PlanMode;
import dev.tollgate.deploy.Voice;
import dev.tollgate.finding.UserError;
import dev.tollgate.pipeline.Deployment;
import dev.tollgate.pipeline.FurtherStep;
import dev.tollgate.pipeline.Reviews;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Applies a plan that was just made: it says what was reviewed, and the user agreed. A bundle is never applied. */
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

    /**
     * Makes the plan that {@code reviewed} describes again, with the var files {@code more}, and applies it when it is
     * the same. Whoever {@code pinned} it means that very bundle, with the losses that are acknowledged in it; without,
     * they count for somebody who sees them here and types the environment's name.
     */
    int applyReviewed(Bundle reviewed, List<Path> more, boolean pinned) {
        List<String> moved = deployment.moved(reviewed, more);
        if (!moved.isEmpty()) {
            return refuse(reviewed, moved);
        }
        terminal.flush();
        Voice voice = consent.isGivenBeforehand() ? Voice.HELD : Voice.SHOWN;
        FreshPlan fresh = deployment.plan(reviewed.manifest().environment(), mode, more, voice);
        List<String> differences = new Reviews(TollgateCommand.today()).differences(reviewed, fresh.bundle());
        if (!differences.isEmpty()) {
            return refuse(reviewed, differences);
        }
        boolean counts = pinned || !consent.isGivenBeforehand();
        List<Acknowledgement> acknowledged = reviewed.manifest().acknowledgements();
        if (!counts && !acknowledged.isEmpty()) {
            terminal.err()
                    .println("note: what is acknowledged in the bundle counts with `--pin " + reviewed.digest()
                            + "`, or when you type the environment's name");
        }
        return apply(fresh, counts ? acknowledged : List.of());
    }

    /** Applies {@code plan}, which was shown while it was made. */
    int applyShown(FreshPlan plan) {
        return apply(plan, List.of());
    }

    private int apply(FreshPlan plan, List<Acknowledgement> acknowledged) {
        String environment = plan.environment();
        Bundle bundle = plan.bundle();
        if (!bundle.manifest().changes()) {
            terminal.err().println("nothing to " + verb() + ": the plan changes nothing");
            return ExitCode.OK;
        }
        if (!review.allows(bundle, acknowledged)) {
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
        List<String> moved = consent.isGivenBeforehand() ? List.of() : deployment.moved(bundle, plan.varFiles());
        if (!moved.isEmpty()) {
            return refuse(bundle, moved);
        }
        Patience.lines(environment, new String(bundle.json(), StandardCharsets.UTF_8))
                .forEach(line -> terminal.err().println("waits for " + line));
        terminal.flush();
        deployment.apply(plan);
        return mode == PlanMode.DESTROY
                ? ExitCode.OK
                : FurtherStep.after(bundle).map(step -> further(step, plan)).orElse(ExitCode.OK);
    }

    /** Removed routes of a REST API are answered until it is deployed again: what the review has announced. */
    private int further(FurtherStep step, FreshPlan applied) {
        terminal.err()
                .println("one more step: " + Text.printable(String.join(", ", step.routes()))
                        + " still answered; replaces " + String.join(", ", step.deployments())
                        + " and moves the stage");
        terminal.flush();
        FreshPlan plan = deployment.plan(step, applied);
        List<String> others = step.othersIn(plan.bundle());
        if (!others.isEmpty()) {
            terminal.err()
                    .println(terminal.styled("bold,red", "error:") + " the step would also change "
                            + Text.printable(String.join(", ", others))
                            + ": it was not applied, and these routes are still answered");
            terminal.err()
                    .println("  run `tollgate plan -e " + applied.environment() + "`, review and deploy that. Then: "
                            + Text.printable(step.announcement()));
            return ExitCode.FINDINGS;
        }
        deployment.apply(plan);
        return ExitCode.OK;
    }

    private int refuse(Bundle bundle, List<String> moved) {
        String environment = bundle.manifest().environment();
        moved.forEach(one -> terminal.err().println(terminal.styled("bold,red", "error:") + " " + Text.printable(one)));
        if (moved.stream().anyMatch(PlanInputs::isPackage)) {
            terminal.err()
                    .println(
                            "  hint: where a `build` makes other bytes each time, bring `.tollgate/builds` from where the"
                                    + " plan was made; see docs/ci.md");
        }
        terminal.err()
                .println("nothing was applied: it would not be what was reviewed; run `tollgate plan -e " + environment
                        + (mode == PlanMode.DESTROY ? " --destroy" : "") + "` again, and review that");
        return ExitCode.FINDINGS;
    }

    private String verb() {
        return mode == PlanMode.DESTROY ? "destroy" : "deploy";
    }
}
