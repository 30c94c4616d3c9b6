package dev.tollgate.cli.served;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.UserError;
import dev.tollgate.model.Packed;
import dev.tollgate.pipeline.FollowedPackages;
import dev.tollgate.pipeline.FunctionBuilds;
import dev.tollgate.pipeline.Pipeline;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks again and again whether a stack or the sources of its functions and layers have changed. */
final class StackFollower implements Runnable {

    private static final long EVERY_MILLIS = 100;

    /** Large sources are looked at less often, so that looking takes a fifth of one processor at most. */
    private static final long PAUSE_TO_LOOK = 4;

    private final LocalGateways gateways;
    private final ServedStack stack;
    private final Pipeline pipeline;
    private final Map<String, String> environment;
    private final StackChanges changes;
    private final StackWatch watch;

    StackFollower(
            LocalGateways gateways,
            ServedStack stack,
            Pipeline pipeline,
            Map<String, String> environment,
            StackChanges changes) {
        this.gateways = gateways;
        this.stack = stack;
        this.pipeline = pipeline;
        this.environment = environment;
        this.changes = changes;
        this.watch = new StackWatch(stack.folder());
    }

    @Override
    public void run() {
        Optional<FollowedPackages> sources = sources();
        while (!Thread.currentThread().isInterrupted()) {
            long begun = System.nanoTime();
            try {
                if (watch.isNew()) {
                    changes.replaced(gateways.open(Clock.systemUTC(), new SecureRandom()));
                    sources = sources();
                }
                sources.ifPresent(followed -> followed.look(gateways.packages(), new Replacing()));
            } catch (UserError e) {
                changes.refused(e);
            }
            pause(System.nanoTime() - begun);
        }
    }

    private static void pause(long nanos) {
        try {
            Thread.sleep(Math.max(EVERY_MILLIS, Math.min(1_000, nanos / 1_000_000 * PAUSE_TO_LOOK)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What follows the functions' sources, where an environment says which they are. */
    private Optional<FollowedPackages> sources() {
        if (stack.environment().isEmpty()) {
            return Optional.empty();
        }
        String name = stack.environment().get();
        try {
            Path scratch = gateways.scratch().resolve("packages");
            Optional<FollowedPackages> sources = pipeline.follow(name, environment, scratch);
            if (sources.isEmpty()) {
                changes.refused(new UserError(
                        UserError.Exit.USAGE,
                        "the sources of functions are not watched: the environment `" + name + "` cannot be read",
                        "run `tollgate validate -e " + name + "`, then `tollgate synth -e " + name + "`"));
            }
            return sources;
        } catch (UserError e) {
            changes.refused(e);
            return Optional.empty();
        }
    }

    /** Serves packages as they are made. */
    private final class Replacing implements FollowedPackages.Listener {

        @Override
        public void built(FunctionBuilds.Ran ran) {
            changes.built(ran);
        }

        @Override
        public void refused(UserError why) {
            changes.refused(why);
        }

        @Override
        public boolean made(Packed what, Path zip) {
            try {
                gateways.replace(what.address(), zip);
                changes.replaced(what);
                return true;
            } catch (UserError e) {
                changes.refused(e);
                return false;
            }
        }

        @Override
        public void blocked(List<Finding> why) {
            changes.blocked(why);
        }
    }
}
