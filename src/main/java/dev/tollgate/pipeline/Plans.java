package dev.tollgate.pipeline;

import dev.tollgate.deploy.Bundle;
import dev.tollgate.deploy.PlanMode;
import dev.tollgate.deploy.TerraformFailure;
import dev.tollgate.deploy.Voice;
import dev.tollgate.finding.UserError;
import dev.tollgate.review.Review;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Several environments planned side by side, as many at a time as the machine has processors. */
public final class Plans {

    private final Deployment deployment;
    private final Reviews reviews;
    private final int processors;

    public Plans(Deployment deployment, Reviews reviews, int processors) {
        this.deployment = deployment;
        this.reviews = reviews;
        this.processors = processors;
    }

    /** How the plan of one environment ended. */
    public sealed interface Outcome {

        /** The environment's name. */
        String environment();

        /** It was planned, and saved in {@code file}. */
        record Planned(String environment, Path file, boolean changes, Review review) implements Outcome {}

        /** It was not. */
        record Failed(String environment, RuntimeException failure) implements Outcome {}
    }

    /**
     * Plans {@code environments}, synthesized, and saves each where {@code file} says. {@code progress} hears of each
     * when it ends, one at a time.
     */
    public List<Outcome> make(
            List<String> environments, PlanMode mode, Function<String, Path> file, Consumer<Outcome> progress) {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(processors, environments.size())));
        try {
            List<Future<Outcome>> running = new ArrayList<>();
            for (String environment : environments) {
                running.add(pool.submit(() -> {
                    Outcome outcome = make(environment, mode, file.apply(environment));
                    synchronized (progress) {
                        progress.accept(outcome);
                    }
                    return outcome;
                }));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> one : running) {
                outcomes.add(one.get());
            }
            return outcomes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError(UserError.Exit.TERRAFORM, "interrupted", "run it again", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private Outcome make(String environment, PlanMode mode, Path file) {
        try {
            // One at a time: Terraform's plugin cache is not made for more.
            synchronized (this) {
                deployment.initialise(environment);
            }
            Bundle bundle =
                    deployment.plan(environment, mode, List.of(), Voice.HELD).bundle();
            bundle.write(file);
            return new Outcome.Planned(environment, file, bundle.manifest().changes(), reviews.of(bundle));
        } catch (TerraformFailure | UserError e) {
            return new Outcome.Failed(environment, e);
        }
    }
}
