package dev.tollgate.pipeline;

import dev.tollgate.aws.AwsCli;
import dev.tollgate.aws.Programs;
import dev.tollgate.beside.StackFolder;
import dev.tollgate.deploy.Besides;
import dev.tollgate.deploy.Bundle;
import dev.tollgate.deploy.FreshPlan;
import dev.tollgate.deploy.OutputValue;
import dev.tollgate.deploy.PlanInputs;
import dev.tollgate.deploy.PlanMode;
import dev.tollgate.deploy.PulledState;
import dev.tollgate.deploy.StateVersion;
import dev.tollgate.deploy.TerraformBinary;
import dev.tollgate.deploy.TerraformFailure;
import dev.tollgate.deploy.Voice;
import dev.tollgate.deploy.Workspace;
import dev.tollgate.finding.UserError;
import dev.tollgate.terraform.Infrastructure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** From a synthesized environment to a plan, and from a plan to AWS. Never edits state: that is Terraform's. */
public final class Deployment {

    private final Path project;
    private final Path out;
    private final TerraformBinary terraform;
    private final Programs programs;
    private final String tollgate;
    private final Reviews reviews;

    /**
     * {@code out} is where synth writes to; AWS is asked through {@code programs}; {@code tollgate} is our version;
     * each plan is reviewed by {@code reviews}.
     */
    public Deployment(
            Path project, Path out, TerraformBinary terraform, Programs programs, String tollgate, Reviews reviews) {
        this.project = project;
        this.out = out;
        this.terraform = terraform;
        this.programs = programs;
        this.tollgate = tollgate;
        this.reviews = reviews;
    }

    /** Initialises the folder of {@code environment} if that is needed; whether it was. */
    public boolean initialise(String environment) {
        return workspace(environment).initialise();
    }

    /** Plans {@code environment}, initialised, with its own var files and then {@code more}. */
    public FreshPlan plan(String environment, PlanMode mode, List<Path> more, Voice voice) {
        Workspace workspace = workspace(environment);
        PulledState state = workspace.state();
        return plan(workspace, environment, mode, more, state, besides(environment, mode, state), voice);
    }

    /** Plans the step that {@code applied}, which was just applied, leaves to do. */
    public FreshPlan plan(FurtherStep step, FreshPlan applied) {
        Workspace workspace = workspace(applied.environment());
        return plan(
                workspace,
                applied.environment(),
                PlanMode.NORMAL,
                applied.varFiles(),
                workspace.state(),
                Besides.replacing(step.deployments()),
                Voice.SHOWN);
    }

    /** What AWS has to be asked for before Terraform can plan. */
    private Besides besides(String environment, PlanMode mode, PulledState state) {
        if (mode == PlanMode.DESTROY || !WayBack.isDocument(state)) {
            return Besides.NOTHING;
        }
        Infrastructure emitted = emitted(environment);
        return WayBack.isResources(emitted)
                ? WayBack.of(
                        emitted, state, atAws(state).map(RestApiAtAws::parts).orElseGet(TreeMap::new))
                : Besides.NOTHING;
    }

    private Infrastructure emitted(String environment) {
        Path file = folder(environment).resolve(StackFolder.CONFIGURATION);
        return Configurations.read(file);
    }

    /** The REST API of {@code environment} as AWS has it now, where there is one. */
    public Optional<RestApiAtAws> atAws(String environment) {
        return atAws(workspace(environment).state());
    }

    private Optional<RestApiAtAws> atAws(PulledState state) {
        return RestApiAtAws.Place.in(state)
                .flatMap(place -> RestApiAtAws.ask(new AwsCli(programs, place.region()), place.id()));
    }

    private FreshPlan plan(
            Workspace workspace,
            String environment,
            PlanMode mode,
            List<Path> more,
            PulledState state,
            Besides besides,
            Voice voice) {
        List<Path> varFiles = varFiles(environment, more);
        // Before the plan: what moves while Terraform plans is found at apply.
        PlanInputs inputs = new PlanInputs(
                PlannedFiles.inStack(folder(environment)),
                PlannedFiles.varFiles(project, varFiles),
                versions(workspace),
                workspace.providers(),
                state.version());
        try (PlanFile file = PlanFile.inTemp()) {
            boolean changes = changes(workspace, environment, mode, varFiles, besides, file.path(), voice);
            byte[] json = state.canonical(workspace.json(file.path()));
            Bundle bundle = Bundle.of(
                    environment,
                    mode,
                    changes,
                    json,
                    lockFile(workspace),
                    inputs,
                    OwnResources.in(folder(environment), OwnPlaces.of(project, varFiles(environment, List.of()))));
            return new FreshPlan(reviews.told(bundle), file.content(), more);
        }
    }

    private boolean changes(
            Workspace workspace,
            String environment,
            PlanMode mode,
            List<Path> varFiles,
            Besides besides,
            Path file,
            Voice voice) {
        try {
            return workspace.plan(mode, varFiles, besides, file, voice);
        } catch (TerraformFailure failure) {
            Sources sources = Sources.without(folder(environment).resolve(StackFolder.CONFIGURATION));
            throw CycleHint.of(workspace, file)
                    .map(sources::inKeys)
                    .map(failure::hinting)
                    .orElse(failure);
        }
    }

    /**
     * What differs here, with the var files {@code more}, from what {@code bundle} was made of, one sentence each.
     * Files and versions first: where they differ, AWS is not asked. Initialises the folder.
     */
    public List<String> moved(Bundle bundle, List<Path> more) {
        String environment = bundle.manifest().environment();
        Workspace workspace = workspace(environment);
        workspace.keepLockFile(bundle.lockFile());
        PlanInputs then = bundle.manifest().inputs();
        PlanInputs now = new PlanInputs(
                PlannedFiles.inStack(folder(environment)),
                PlannedFiles.varFiles(project, varFiles(environment, more)),
                versions(workspace),
                new TreeMap<>(),
                StateVersion.NONE);
        List<String> moved = then.movedFiles(now);
        if (!moved.isEmpty()) {
            return moved;
        }
        workspace.initialise();
        return then.movedState(new PlanInputs(
                now.stack(),
                now.varFiles(),
                now.versions(),
                workspace.providers(),
                workspace.state().version()));
    }

    /** The environment's own var files, and then {@code more}: what a bundle names is not asked. */
    private List<Path> varFiles(String environment, List<Path> more) {
        List<Path> varFiles = new ArrayList<>(EnvironmentFiles.in(project).varFiles(environment));
        varFiles.addAll(more);
        return varFiles;
    }

    /** Applies {@code plan}, and nothing else. */
    public void apply(FreshPlan plan) {
        try (PlanFile file = PlanFile.of(plan)) {
            workspace(plan.environment()).apply(file.path());
        }
    }

    /** What the last apply of {@code environment} gave. */
    public List<OutputValue> outputs(String environment) {
        Workspace workspace = workspace(environment);
        workspace.initialise();
        return workspace.outputs();
    }

    private Workspace workspace(String environment) {
        Path folder = folder(environment);
        if (!Files.isDirectory(folder)) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "`" + environment + "` is not synthesized: cannot find `" + folder + "`",
                    "run `tollgate synth -e " + environment + "`");
        }
        return new Workspace(terraform, folder);
    }

    private Path folder(String environment) {
        return out.resolve("stacks").resolve(environment);
    }

    private SortedMap<String, String> versions(Workspace workspace) {
        return new TreeMap<>(Map.of("Tollgate", tollgate, "Terraform", workspace.terraformVersion()));
    }

    private static String lockFile(Workspace workspace) {
        try {
            return Files.readString(workspace.lockFile());
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot read `" + workspace.lockFile() + "`: " + e.getMessage(),
                    "check its permissions",
                    e);
        }
    }
}
