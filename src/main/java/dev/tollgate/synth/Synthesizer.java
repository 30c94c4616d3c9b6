package dev.tollgate.synth;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;
import dev.tollgate.finding.UserError;
import dev.tollgate.model.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    /** Synthesizes {@code environments}, which have no errors, into {@code out}. */
    public List<Synthesized> synthesize(List<Environment> environments, Path out) throws IOException {
        try {
            return made(environments, out);
        } catch (LinkageError e) {
            throw MissingBinding.in(e).orElseThrow(() -> e);
        } catch (JsiiException e) {
            throw MissingBinding.in(e).orElseThrow(() -> e);
        }
    }

    private List<Synthesized> made(List<Environment> environments, Path out) throws IOException {
        Files.createDirectories(out);
        try (Staging staging = Staging.in(out)) {
            progress.accept("starting the CDKTF runtime");
            App app = app(staging.folder());
            SeedItems seeds = new SeedItems(project);
            List<Duration> times = new ArrayList<>();
            for (Environment environment : environments) {
                progress.accept("synthesizing " + environment.id() + " (" + (times.size() + 1) + " of "
                        + environments.size() + ")");
                long start = System.nanoTime();
                Path folder = Files.createDirectories(staging.stackFolder(environment.id()));
                new EnvironmentStack(app, environment, seeds, new Packages(project, folder));
                times.add(Duration.ofNanos(System.nanoTime() - start));
            }
            progress.accept("writing Terraform JSON");
            app.synth();
            List<Synthesized> made = new ArrayList<>();
            for (Environment environment : environments) {
                int resources = StackJson.finish(staging.stackFolder(environment.id()), environment);
                Path file = out.resolve("stacks").resolve(environment.id()).resolve(StackJson.FILE);
                made.add(new Synthesized(environment, resources, file, times.get(made.size())));
            }
            staging.publish(environments.stream().map(Environment::id).toList());
            return made;
        }
    }

    private static App app(Path folder) {
        try {
            App app = new App(AppConfig.builder()
                    .outdir(folder.toString())
                    .stackTraces(false)
                    .build());
            if (!app.getOutdir().equals(folder.toString())) {
                throw new UserError(
                        UserError.Exit.ENVIRONMENT,
                        "`CDKTF_OUTDIR` reached the CDKTF runtime, which would write there at once",
                        "use the `tollgate` launcher, or `--out` instead of the variable");
            }
            return app;
        } catch (UncheckedIOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot start Node.js: " + e.getMessage(),
                    "install Node.js 18 or later",
                    e);
        }
    }
}
