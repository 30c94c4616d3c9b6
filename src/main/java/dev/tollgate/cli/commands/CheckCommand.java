package dev.tollgate.cli.commands;

import dev.tollgate.cli.step.Findings;
import dev.tollgate.cli.step.Selection;
import dev.tollgate.cli.step.StacksFolder;
import dev.tollgate.cli.step.TollgateCommand;
import dev.tollgate.cli.text.FindingsFormat;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.finding.Finding;
import dev.tollgate.finding.UserError;
import dev.tollgate.pipeline.Catalogue;
import dev.tollgate.pipeline.CheckRequest;
import dev.tollgate.pipeline.Checked;
import dev.tollgate.pipeline.Checks;
import dev.tollgate.pipeline.Judged;
import dev.tollgate.pipeline.Pipeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tollgate check}: checks Terraform; starts Node.js where there is HCL, never Terraform, and writes nothing. */
@Command(
        description = {
            "Checks Terraform: synthesized environments with what lies beside them, any folder or file of .tf or .tf.json,"
                    + " or a plan.",
            "Needs neither a plan nor credentials. Without arguments, checks every environment."
        },
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    private final Terminal terminal;

    @ParentCommand
    private TollgateCommand tollgate;

    @Mixin
    private Selection selection;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE|DIR",
            description = "A folder with .tf or .tf.json files, or one such file, instead of environments.")
    private Path path;

    @Option(
            names = "--plan-json",
            paramLabel = "FILE",
            description =
                    "The output of `terraform show -json PLAN`, instead of environments. With DIR, the folder that was"
                            + " planned, findings stand at its lines.")
    private Path plan;

    @Option(
            names = "--rule",
            paramLabel = "ID",
            description = "Run only this rule. Can be repeated. `tollgate explain ID` explains it.")
    private List<String> rules = new ArrayList<>();

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "The previous configuration or plan JSON: reports changes that replace a user pool.")
    private Path baseline;

    @Option(
            names = "--var-file",
            paramLabel = "FILE",
            description = "A var file with the configuration's variables, over terraform.tfvars and *.auto.tfvars.")
    private Path variables;

    @Option(
            names = "--suppressions",
            paramLabel = "FILE",
            description = "Suppressions for a file or plan. Default: tollgate.suppress.json beside it.")
    private Path suppressions;

    @Mixin
    private StacksFolder stacks;

    @Mixin
    private FindingsFormat format;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CheckRequest request = new CheckRequest(
                Catalogue.terraform(rules),
                Optional.ofNullable(baseline),
                Optional.ofNullable(variables),
                Optional.ofNullable(suppressions));
        Pipeline pipeline = tollgate.pipeline();
        mustBeOneKind();
        Checks checks = pipeline.checks(request);
        if (plan != null && path != null) {
            return show(List.of(checks.plan(plan, path)), List.of(), "file");
        }
        if (plan != null) {
            return show(List.of(checks.plan(plan)), List.of(), "file");
        }
        if (path != null) {
            return show(List.of(checks.configuration(path)), List.of(), Files.isDirectory(path) ? "folder" : "file");
        }
        List<String> names = selection.orAll(pipeline);
        List<Judged> judged = pipeline.validate(names);
        List<Judged> late = variables == null ? judged : pipeline.validate(names, variables);
        List<Checked> checked = late.stream()
                .map(one -> checks.environment(one, stacks.folder()))
                .toList();
        return show(checked, pipeline.outdated(judged, stacks.folder()), "environment");
    }

    private int show(List<Checked> checked, List<Finding> outdated, String kind) {
        List<Finding> findings = Findings.sorted(
                Stream.concat(outdated.stream(), checked.stream().flatMap(one -> one.findings().stream())));
        return format.show(
                terminal,
                findings,
                "checked",
                kind,
                checked.stream().map(Checked::name).toList());
    }

    private void mustBeOneKind() {
        boolean isOfFile = path != null || plan != null;
        if (isOfFile && selection.isGiven()) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "environments cannot be combined with a folder, a file or `--plan-json`",
                    "keep only one of them");
        }
        if (!isOfFile && suppressions != null) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "an environment's suppressions belong in its own file",
                    "remove `--suppressions`, and write them under `suppress`");
        }
    }
}
