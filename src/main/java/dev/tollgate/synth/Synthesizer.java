package dev.tollgate.synth;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;
import dev.tollgate.model.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.jsii.JsiiEngine;

/**
 * Environments become Terraform JSON. Everything is made aside and moved into place when all of it is there, so that a
 * failure leaves the previous output as it was.
 */
public final class Synthesizer {

    private final Path project;

    /** {@code project} is the folder that sources and items are relative to. */
    public Synthesizer(Path project) {
        this.project = project;
    }

    /** Synthesizes {@code environments}, which have no errors, into {@code out}. */
    public List<Synthesized> synthesize(List<Environment> environments, Path out) throws IOException {
        Files.createDirectories(out);
        try (Staging staging = Staging.in(out)) {
            App app = app(staging.folder());
            SeedItems seeds = new SeedItems(project);
            for (Environment environment : environments) {
                Path folder = staging.stackFolder(environment.id());
                Files.createDirectories(folder);
                new EnvironmentStack(app, environment, seeds, new Packages(project, folder));
            }
            app.synth();
            List<Integer> resources = new ArrayList<>();
            for (Environment environment : environments) {
                resources.add(StackJson.finish(staging.stackFolder(environment.id())));
            }
            staging.publish(environments.stream().map(Environment::id).toList());
            return report(environments, resources, out);
        }
    }

    private static App app(Path folder) {
        JsiiEngine.setQuietMode(true);
        return new App(
                AppConfig.builder().outdir(folder.toString()).stackTraces(false).build());
    }

    private static List<Synthesized> report(List<Environment> environments, List<Integer> resources, Path out) {
        List<Synthesized> report = new ArrayList<>();
        for (int i = 0; i < environments.size(); i++) {
            Environment environment = environments.get(i);
            Path file = out.resolve("stacks").resolve(environment.id()).resolve(StackJson.FILE);
            report.add(new Synthesized(environment, resources.get(i), file));
        }
        return report;
    }
}
