package dev.tollgate.synth;

import dev.tollgate.beside.OwnTerraform;
import dev.tollgate.finding.UserError;
import dev.tollgate.model.Environment;
import dev.tollgate.packaging.PackagesReadOnce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Environments become Terraform JSON. Everything is made aside and moved into place when all of it is there, so that a
 * failure leaves the previous output as it was.
 */
public final class Synthesizer {

    private final Path project;
    private final Consumer<String> progress;

    /**
     * {@code project} is the folder that sources and items are relative to; {@code progress} hears what is done next.
     */
    public Synthesizer(Path project, Consumer<String> progress) {
        this.project = project;
        this.progress = progress;
    }

    /** Synthesizes {@code recipes}, whose environments have no errors, into {@code out}. */
    public List<Synthesized> synthesize(List<Recipe> recipes, Path out) throws IOException {
        try {
            return all(recipes, out);
        } catch (LinkageError e) {
            throw MissingBinding.in(e).orElseThrow(() -> e);
        } catch (RuntimeException e) {
            // What the script throws is of no type of its own here.
            throw MissingBinding.in(e).orElseThrow(() -> e);
        }
    }

    private List<Synthesized> all(List<Recipe> recipes, Path out) throws IOException {
        Files.createDirectories(out);
        try (Staging staging = Staging.in(out)) {
            progress.accept("starting the CDKTF runtime");
            CdktfRuntime runtime = CdktfRuntime.starting();
            Shared shared = new Shared(Build.digest(), new PackagesReadOnce(project), new WrittenZips(), new Inputs());
            List<Described> described = new ArrayList<>();
            for (Recipe recipe : recipes) {
                described.add(described(recipe, shared, staging, out));
            }
            runtime.await();
            CdktfStacks stacks = stacks(staging.folder());
            List<Described> made = new ArrayList<>();
            for (Described one : described) {
                progress.accept("synthesizing " + one.environment().id() + " (" + (made.size() + 1) + " of "
                        + described.size() + ")");
                made.add(made(one, stacks));
            }
            progress.accept("writing Terraform JSON");
            stacks.write();
            Manifest manifest = staging.manifest();
            List<Synthesized> finished = new ArrayList<>();
            for (Described one : made) {
                finished.add(finished(one, shared.inputs(), staging, manifest, out));
            }
            staging.publish(finished.stream().map(one -> one.environment().id()).toList());
            return finished;
        }
    }

    /** What the stacks of one run have in common, so that nothing of it is done once for each. */
    private record Shared(String build, PackagesReadOnce packages, WrittenZips zips, Inputs inputs) {}

    /** A stack that CDKTF is to make, or has made; {@code time} is what it took so far. */
    private record Described(Environment environment, EnvironmentStack stack, StackRecord record, Duration time) {}

    private Described described(Recipe recipe, Shared shared, Staging staging, Path out) throws IOException {
        long start = System.nanoTime();
        Environment environment = recipe.environment();
        Path folder = Files.createDirectories(staging.stackFolder(environment.id()));
        StackRecord record = StackRecord.of(shared.build(), recipe);
        OwnTerraform own = OwnCopies.read(project, environment, out);
        OwnCopies.copy(own, folder, record);
        EnvironmentStack stack = new EnvironmentStack(
                environment,
                new SeedItems(project, record)::of,
                new Packages(shared.packages(), shared.zips(), folder, record)::of,
                own);
        return new Described(environment, stack, record, since(start));
    }

    private static Described made(Described one, CdktfStacks stacks) {
        long start = System.nanoTime();
        stacks.make(one.environment().id(), one.stack().json());
        return new Described(
                one.environment(), one.stack(), one.record(), one.time().plus(since(start)));
    }

    private static Synthesized finished(Described one, Inputs inputs, Staging staging, Manifest manifest, Path out)
            throws IOException {
        String id = one.environment().id();
        Path folder = staging.stackFolder(id);
        int resources = StackJson.finish(folder, one.environment(), one.stack(), inputs);
        one.record().write(folder, manifest, id);
        Path file = out.resolve("stacks").resolve(id).resolve(StackJson.FILE);
        return new Synthesized(one.environment(), resources, file, Optional.of(one.time()));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static CdktfStacks stacks(Path folder) {
        CdktfStacks stacks = new CdktfStacks(folder);
        if (!stacks.folder().equals(folder)) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "the CDKTF runtime saw `CDKTF_OUTDIR` and would write there directly",
                    "use the `tollgate` launcher, or `--out` instead of the variable");
        }
        return stacks;
    }
}
