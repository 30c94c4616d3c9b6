package dev.tollgate.cli.served;

import dev.tollgate.gateway.function.DebugPort;
import dev.tollgate.gateway.function.FunctionLog;
import dev.tollgate.gateway.function.FunctionSurroundings;
import dev.tollgate.gateway.function.ProcessLimits;
import dev.tollgate.gateway.read.LocalNames;
import dev.tollgate.gateway.signin.Post;
import dev.tollgate.gateway.site.LocalGateway;
import dev.tollgate.gateway.site.PoolMemories;
import dev.tollgate.gateway.token.LocalUser;
import dev.tollgate.pipeline.Pipeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Opens the gateway of a stack, and opens it again when the stack changes. */
public final class LocalGateways implements AutoCloseable {

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

    /**
     * Opens the gateway again whenever the stack's files change, and a function whenever its source does, as far as
     * {@code pipeline} can read which that is. What cannot be served leaves what was served before.
     */
    public void watch(Pipeline pipeline, StackChanges changes) {
        StackFollower follower = new StackFollower(this, stack, pipeline, environment, changes);
        Thread watcher = new Thread(follower, "watch the stack");
        watcher.setDaemon(true);
        watcher.start();
    }

    /** The packages that are served. */
    synchronized SortedMap<String, Path> packages() {
        return open.map(LocalGateway::packages).orElseGet(TreeMap::new);
    }

    /** Serves {@code zip} as the function or layer whose resource is at {@code address}. */
    synchronized void replace(String address, Path zip) {
        open.ifPresent(gateway -> gateway.replace(address, zip));
    }

    @Override
    public synchronized void close() {
        open.ifPresent(LocalGateway::close);
        open = Optional.empty();
        processes.debugged().values().forEach(DebugPort::close);
        scratch.close();
    }
}
