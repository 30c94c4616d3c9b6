package dev.tollgate.cli.served;

import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.function.FunctionLog;
import dev.tollgate.gateway.function.FunctionSurroundings;
import dev.tollgate.gateway.function.ProcessLimits;
import dev.tollgate.gateway.read.LocalNames;
import dev.tollgate.gateway.signin.Post;
import dev.tollgate.gateway.site.LocalGateway;
import dev.tollgate.gateway.site.PoolMemories;
import dev.tollgate.gateway.token.LocalUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens the gateway of a stack, and opens it again when the stack changes. */
public final class LocalGateways implements AutoCloseable {

    private static final long EVERY_MILLIS = 100;

    private final Path project;
    private final ServedStack stack;
    private final List<LocalUser> users;
    private final Map<String, String> environment;
    private final FunctionLog log;
    private final Post post;
    private final PoolMemories memories;
    private final ProcessLimits processes;
    private final ScratchFolder scratch;
    private Optional<LocalGateway> open = Optional.empty();
    private int opened;

    public LocalGateways(
            Path project,
            ServedStack stack,
            List<LocalUser> users,
            Map<String, String> environment,
            FunctionLog log,
            Post post,
            PoolMemories memories,
            ProcessLimits processes) {
        this.project = project;
        this.stack = stack;
        this.users = users;
        this.environment = environment;
        this.log = log;
        this.post = post;
        this.memories = memories;
        this.processes = processes;
        this.scratch = ScratchFolder.make();
    }

    /** A folder that goes with this process. */
    public Path scratch() {
        return scratch.path();
    }

    /** The gateway of the stack as it is now. */
    public synchronized LocalGateway open(Clock clock, SecureRandom random) {
        Path modules = project.resolve("lambdas").resolve("node_modules").toAbsolutePath();
        LocalGateway gateway = LocalGateway.of(
                stack.read(),
                new LocalGateway.Setting(
                        stack.folder(),
                        scratch.path().resolve(String.valueOf(opened++)),
                        Files.isDirectory(modules) ? Optional.of(modules) : Optional.empty(),
                        users,
                        this::surroundings,
                        log,
                        post,
                        memories,
                        stack.ids(environment),
                        processes),
                clock,
                random);
        open = Optional.of(gateway);
        return gateway;
    }

    private FunctionSurroundings surroundings(String region) {
        return new FunctionSurroundings(
                region,
                LocalNames.ACCOUNT,
                Optional.ofNullable(environment.get("AWS_ENDPOINT_URL")),
                Optional.empty(),
                environment.getOrDefault("PATH", ""),
                environment.getOrDefault("HOME", ""));
    }

    /** Opens the gateway again whenever the stack's files change; a stack that cannot be served leaves the old one. */
    public void watch(Consumer<LocalGateway> replaced, Consumer<UserError> refused) {
        StackWatch watch = new StackWatch(stack.folder());
        Thread watcher = new Thread(() -> watching(watch, replaced, refused), "watch the stack");
        watcher.setDaemon(true);
        watcher.start();
    }

    private void watching(StackWatch watch, Consumer<LocalGateway> replaced, Consumer<UserError> refused) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(EVERY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (watch.isNew()) {
                try {
                    replaced.accept(open(Clock.systemUTC(), new SecureRandom()));
                } catch (UserError e) {
                    refused.accept(e);
                }
            }
        }
    }

    @Override
    public synchronized void close() {
        open.ifPresent(LocalGateway::close);
        open = Optional.empty();
        scratch.close();
    }
}
