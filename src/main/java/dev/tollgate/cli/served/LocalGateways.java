package dev.tollgate.cli.served;

import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.function.FunctionLog;
import dev.tollgate.gateway.function.FunctionSurroundings;
import dev.tollgate.gateway.read.LocalNames;
import dev.tollgate.gateway.signin.Post;
import dev.tollgate.gateway.site.LocalGateway;
import dev.tollgate.gateway.site.PoolMemories;
import dev.tollgate.gateway.token.LocalUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Opens the gateway of a stack, and opens it again when the stack changes. */
public final class LocalGateways implements AutoCloseable {

    private static final long EVERY_MILLIS = 500;

    private final Path project;
    private final ServedStack stack;
    private final List<LocalUser> users;
    private final Map<String, String> environment;
    private final FunctionLog log;
    private final Post post;
    private final PoolMemories memories;
    private final Path scratch;
    private Optional<LocalGateway> open = Optional.empty();
    private int opened;

    public LocalGateways(
            Path project,
            ServedStack stack,
            List<LocalUser> users,
            Map<String, String> environment,
            FunctionLog log,
            Post post,
            PoolMemories memories) {
        this.project = project;
        this.stack = stack;
        this.users = users;
        this.environment = environment;
        this.log = log;
        this.post = post;
        this.memories = memories;
        try {
            this.scratch = Files.createTempDirectory("tollgate-serve-");
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT, "cannot create a temp folder: " + e.getMessage(), "check TMPDIR", e);
        }
    }

    /** A folder that goes with this process. */
    public Path scratch() {
        return scratch;
    }

    /** The gateway of the stack as it is now. */
    public synchronized LocalGateway open(Clock clock, SecureRandom random) {
        Path modules = project.resolve("lambdas").resolve("node_modules").toAbsolutePath();
        LocalGateway gateway = LocalGateway.of(
                stack.read(),
                new LocalGateway.Setting(
                        stack.folder(),
                        scratch.resolve(String.valueOf(opened++)),
                        Files.isDirectory(modules) ? Optional.of(modules) : Optional.empty(),
                        users,
                        this::surroundings,
                        log,
                        post,
                        memories,
                        stack.ids(environment)),
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
        Thread watcher = new Thread(() -> watching(replaced, refused), "watch the stack");
        watcher.setDaemon(true);
        watcher.start();
    }

    private void watching(Consumer<LocalGateway> replaced, Consumer<UserError> refused) {
        long known = lastChange();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(EVERY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            long now = lastChange();
            if (now != known) {
                known = now;
                try {
                    replaced.accept(open(Clock.systemUTC(), new SecureRandom()));
                } catch (UserError e) {
                    refused.accept(e);
                }
            }
        }
    }

    /** Changes whenever a file of the stack does. */
    private long lastChange() {
        try (Stream<Path> files = Files.walk(stack.folder(), 2)) {
            long sum = 0;
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                sum = sum * 31 + Files.getLastModifiedTime(file).toMillis() + file.hashCode();
            }
            return sum;
        } catch (IOException e) {
            // Being replaced just now; the next look sees what came of it.
            return 0;
        }
    }

    @Override
    public synchronized void close() {
        open.ifPresent(LocalGateway::close);
        open = Optional.empty();
        try (Stream<Path> files = Files.walk(scratch)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            // Gone already, or in use by a process that is just ending.
            return;
        }
    }
}
