package dev.tollgate.cli.commands;

import dev.tollgate.cli.step.Acknowledgements;
import dev.tollgate.cli.step.DeploymentWiring;
import dev.tollgate.cli.step.PlanStep;
import dev.tollgate.cli.step.Selection;
import dev.tollgate.cli.step.StacksFolder;
import dev.tollgate.cli.step.SynthStep;
import dev.tollgate.cli.step.TollgateCommand;
import dev.tollgate.cli.text.ExitCode;
import dev.tollgate.cli.text.FindingsPrinter;
import dev.tollgate.cli.text.PlansPrinter;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.cli.text.Text;
import dev.tollgate.deploy.Bundle;
import dev.tollgate.deploy.PlanMode;
import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Severity;
import dev.tollgate.finding.UserError;
import dev.tollgate.pipeline.Deployment;
import dev.tollgate.pipeline.FurtherStep;
import dev.tollgate.pipeline.Pipeline;
import dev.tollgate.pipeline.Plans;
import dev.tollgate.pipeline.Reviews;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tollgate plan}: what Terraform would do, saved so that exactly that can be reviewed and deployed. */
@Command(
        description = {
            "Synthesizes environments, plans them with Terraform, and saves what each plan says as a bundle: what"
                    + " `tollgate review` reviews and `tollgate deploy --plan` compares with a new plan.",
            "Where the routes of a REST API go back from one document to resources, reads them from AWS through the AWS"
                    + " CLI and imports them.",
            "A bundle contains nothing that can be applied, and no value that Terraform knows as sensitive. All else of"
                    + " the state is in it: only its owner can read it; keep it out of Git.",
            "Exits with 1 and shows the steps if AWS would refuse the plan, or if it loses something that is not"
                    + " acknowledged. Then only `tollgate review` accepts the bundle."
        },
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

    private final Terminal terminal;

    @ParentCommand
    private TollgateCommand tollgate;

    @Mixin
    private Selection selection;

    @Mixin
    private StacksFolder stacks;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the bundle to this file; one environment only. Default: plans/NAME.tollgate-plan, or"
                    + " plans/NAME.destroy.tollgate-plan.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--destroy", description = "Plan to destroy everything in the environment.")
    private boolean destroy;

    @Option(
            names = "--var-file",
            paramLabel = "FILE",
            description = "An additional var file, for values known late. Can be repeated.")
    private List<Path> varFiles = new ArrayList<>();

    @Option(
            names = "--detailed-exitcode",
            description = "Exit with 2 if there are changes and 0 if there are none. Failures keep their code.")
    private boolean detailedExitCode;

    @Mixin
    private Acknowledgements acknowledgements;

    PlanCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Pipeline pipeline = tollgate.pipeline();
        List<String> names = selection.orAll(pipeline);
        if (names.size() != 1
                && (out.isPresent()
                        || !varFiles.isEmpty()
                        || !acknowledgements.all().isEmpty())) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "`--out`, `--var-file` and `--acknowledge` work with one environment, not with " + names.size(),
                    "name it with `-e`");
        }
        Deployment deployment = DeploymentWiring.of(tollgate, stacks, terminal);
        SynthStep.Result synthesized = new SynthStep(terminal, pipeline, tollgate.preparedProcess())
                .synthesize(names, stacks.folder(), "plan", false);
        if (synthesized.ended().isPresent()) {
            return synthesized.ended().getAsInt();
        }
        return names.size() == 1 ? one(deployment, names.get(0)) : several(deployment, names);
    }

    private int one(Deployment deployment, String name) {
        Bundle bundle = reviews()
                .accepting(
                        new PlanStep(terminal, deployment)
                                .plan(name, mode(), varFiles)
                                .bundle(),
                        acknowledgements.all());
        Path file = out.orElseGet(() -> defaultFile(name));
        bundle.write(file);
        List<Finding> blocking = Reviews.blocking(reviews().of(bundle), mode());
        new FindingsPrinter(terminal).print(blocking, Severity.ERROR);
        String apply = "tollgate " + (destroy ? "destroy" : "deploy") + " -e " + name + " --plan " + file
                + varFiles.stream().map(one -> " --var-file " + one).collect(Collectors.joining()) + " --pin "
                + bundle.digest();
        terminal.err()
                .println("saved `" + file + "`: it is for `tollgate review`"
                        + (blocking.isEmpty() ? " and `" + apply + "`" : " only; `" + apply + "` refuses it as it is"));
        FurtherStep.after(bundle)
                .ifPresent(step -> terminal.err().println("note: " + Text.printable(step.announcement())));
        return blocking.isEmpty() ? changed(bundle.manifest().changes()) : ExitCode.FINDINGS;
    }

    private static Reviews reviews() {
        return new Reviews(TollgateCommand.today());
    }

    private int several(Deployment deployment, List<String> names) {
        int processors = Runtime.getRuntime().availableProcessors();
        PlansPrinter printer = new PlansPrinter(terminal, mode());
        List<Plans.Outcome> outcomes =
                new Plans(deployment, reviews(), processors).make(names, mode(), this::defaultFile, printer::progress);
        int failed = printer.print(outcomes);
        return failed != ExitCode.OK ? failed : changed(PlansPrinter.changes(outcomes));
    }

    private int changed(boolean changes) {
        return detailedExitCode && changes ? ExitCode.CHANGES : ExitCode.OK;
    }

    private PlanMode mode() {
        return destroy ? PlanMode.DESTROY : PlanMode.NORMAL;
    }

    private Path defaultFile(String name) {
        return Path.of("plans", name + (destroy ? ".destroy" : "") + ".tollgate-plan");
    }
}
