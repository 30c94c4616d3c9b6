package dev.tollgate.cli.step;

import dev.tollgate.cli.text.ExitCode;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.deploy.Bundle;
import dev.tollgate.deploy.PlanMode;
import dev.tollgate.finding.UserError;
import dev.tollgate.pipeline.Deployment;
import dev.tollgate.pipeline.Pipeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code deploy} and {@code destroy} share: environment, plan and consent. */
public final class Application {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            required = true,
            description = "The environment: its file name without the extension.")
    private String environment;

    @Option(
            names = "--plan",
            paramLabel = "BUNDLE",
            description = "Apply what this bundle from `tollgate plan` says, if a new plan says the same."
                    + " Default: make a new plan, and show it.")
    private Optional<Path> plan = Optional.empty();

    @Option(
            names = "--pin",
            paramLabel = "SHA256",
            description = "The SHA-256 of the bundle, as its review showed it. Any other is refused. Only with --plan.")
    private Optional<String> pin = Optional.empty();

    @Option(
            names = "--var-file",
            paramLabel = "FILE",
            description = "An additional var file; with --plan, one that it was made with. Can be repeated.")
    private List<Path> varFiles = new ArrayList<>();

    @Mixin
    private Acknowledgements acknowledgements;

    @Mixin
    private Consent consent;

    @Mixin
    private StacksFolder stacks;

    public int apply(Terminal terminal, TollgateCommand tollgate, PlanMode mode) {
        mustBePossible();
        consent.mustBePossible(terminal);
        varFiles.forEach(PlanStep::mustBeThere);
        Optional<Bundle> bundle = plan.map(file -> ApplyStep.read(file, environment, mode));
        if (bundle.isPresent() && !isPinned(terminal, bundle.get())) {
            return ExitCode.FINDINGS;
        }
        Pipeline pipeline = tollgate.pipeline();
        Deployment deployment = DeploymentWiring.of(tollgate, stacks, terminal);
        String command = mode == PlanMode.DESTROY ? "destroy" : "deploy";
        SynthStep.Result synthesized = new SynthStep(terminal, pipeline, tollgate.preparedProcess())
                .synthesize(List.of(environment), stacks.folder(), command, false);
        if (synthesized.ended().isPresent()) {
            return synthesized.ended().getAsInt();
        }
        ApplyStep step =
                new ApplyStep(terminal, deployment, new ShownReview(terminal, acknowledgements, mode), consent, mode);
        return bundle.map(reviewed -> step.applyReviewed(reviewed, varFiles, pin.isPresent()))
                .orElseGet(() -> step.applyShown(new PlanStep(terminal, deployment).plan(environment, mode, varFiles)));
    }

    private void mustBePossible() {
        if (pin.isPresent() && plan.isEmpty()) {
            throw new UserError(
                    UserError.Exit.USAGE, "`--pin` names a bundle, and there is none", "add `--plan BUNDLE`");
        }
        if (pin.isPresent() && !SHA256.matcher(pin.get()).matches()) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "`--pin " + pin.get() + "` is not a SHA-256: 64 characters of 0-9 and a-f",
                    "take it from the review, or from `tollgate plan`");
        }
    }

    private boolean isPinned(Terminal terminal, Bundle bundle) {
        if (pin.isEmpty() || pin.get().equals(bundle.digest())) {
            return true;
        }
        terminal.err()
                .println(terminal.styled("bold,red", "error:")
                        + " this is not the bundle that was reviewed: its SHA-256 is " + bundle.digest()
                        + ", `--pin` is " + pin.get());
        terminal.err().println("nothing was applied: fetch the bundle that the review shows, or review this one");
        return false;
    }
}
