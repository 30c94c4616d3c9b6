package dev.tollgate.synth;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;
import dev.tollgate.finding.UserError;
import dev.tollgate.model.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.jsii.JsiiException;

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
            return made(recipes, out);
        } catch (LinkageError e) {
            throw MissingBinding.in(e).orElseThrow(() -> e);
        } catch (JsiiException e) {
            throw MissingBinding.in(e).orElseThrow(() -> e);
        }
    }

    private List<Synthesized> made(List<Recipe> recipes, Path out) throws IOException {
        List<Environment> environments =
                recipes.stream().map(Recipe::environment).toList();
        Files.createDirectories(out);
        try (Staging staging = Staging.in(out)) {
            progress.accept("starting the CDKTF runtime");
            CdktfRuntime runtime = CdktfRuntime.starting();
            String build = Build.digest();
            runtime.await();
            App app = app(staging.folder());
            List<StackRecord> records = new ArrayList<>();
            List<Duration> times = new ArrayList<>();
            for (Recipe recipe : recipes) {
                Environment environment = recipe.environment();
                progress.accept("synthesizing " + environment.id() + " (" + (times.size() + 1) + " of "
                        + environments.size() + ")");
                long start = System.nanoTime();
                Path folder = Files.createDirectories(staging.stackFolder(environment.id()));
                StackRecord record = StackRecord.of(build, recipe);
                new EnvironmentStack(
                        app, environment, new SeedItems(project, record), new Packages(project, folder, record));
                records.add(record);
                times.add(Duration.ofNanos(System.nanoTime() - start));
            }
            progress.accept("writing Terraform JSON");
            app.synth();
            List<Synthesized> made = new ArrayList<>();
            Manifest manifest = staging.manifest();
            for (Environment environment : environments) {
                Path folder = staging.stackFolder(environment.id());
                int resources = StackJson.finish(folder, environment);
                records.get(made.size()).write(folder, manifest, environment.id());
                Path file = out.resolve("stacks").resolve(environment.id()).resolve(StackJson.FILE);
                made.add(new Synthesized(environment, resources, file, Optional.of(times.get(made.size()))));
            }
            staging.publish(environments.stream().map(Environment::id).toList());
            return made;
        }
    }

    private static App app(Path folder) {
        App app = new App(
                AppConfig.builder().outdir(folder.toString()).stackTraces(false).build());
        if (!app.getOutdir().equals(folder.toString())) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "`CDKTF_OUTDIR` reached the CDKTF runtime, which would write there at once",
                    "use the `tollgate` launcher, or `--out` instead of the variable");
        }
        return app;
    }
}
