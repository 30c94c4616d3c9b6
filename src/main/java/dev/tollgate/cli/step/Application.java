package dev.tollgate.cli.step;

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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code deploy} and {@code destroy} share: environment, plan and consent. */
public final class Application {

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            required = true,
            description = "The environment: its file name without the extension.")
    private String environment;

    @Option(
            names = "--plan",
            paramLabel = "BUNDLE",
            description = "Apply this bundle from `tollgate plan`. Default: make a new plan.")
    private Optional<Path> plan = Optional.empty();

    @Option(
            names = "--var-file",
            paramLabel = "FILE",
            description = "An additional var file; not with --plan. Can be repeated.")
    private List<Path> varFiles = new ArrayList<>();

    @Mixin
    private Acknowledgements acknowledgements;

    @Mixin
    private Consent consent;

    @Mixin
    private StacksFolder stacks;

    public int apply(Terminal terminal, TollgateCommand tollgate, PlanMode mode) {
        if (plan.isPresent() && !varFiles.isEmpty()) {
            throw new UserError(
                    UserError.Exit.USAGE, "`--plan` and `--var-file` cannot be combined", "remove one of them");
        }
        consent.mustBePossible(terminal);
        Optional<Bundle> bundle = plan.map(file -> ApplyStep.read(file, environment, mode));
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
        return bundle.map(step::applyReviewed)
                .orElseGet(() -> step.applyShown(new PlanStep(terminal, deployment).plan(environment, mode, varFiles)));
    }
}
