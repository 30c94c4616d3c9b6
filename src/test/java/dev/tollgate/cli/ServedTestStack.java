package dev.tollgate.cli;

import dev.tollgate.cli.served.ProjectSeed;
import dev.tollgate.gateway.function.FunctionSurroundings;
import dev.tollgate.gateway.function.ProcessLimits;
import dev.tollgate.gateway.read.KnownIds;
import dev.tollgate.gateway.read.LocalNames;
import dev.tollgate.gateway.site.GatewayServer;
import dev.tollgate.gateway.site.LocalCertificate;
import dev.tollgate.gateway.site.LocalGateway;
import dev.tollgate.gateway.site.LocalSite;
import dev.tollgate.gateway.site.PoolMemories;
import dev.tollgate.gateway.token.LocalUser;
import dev.tollgate.terraform.ConfigurationFile;
import dev.tollgate.terraform.ConfigurationReader;
import dev.tollgate.terraform.Infrastructure;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/** A stack as {@code tollgate serve} serves it, at a free port of this machine. */
final class ServedTestStack implements AutoCloseable {

    static final LocalUser SOMEBODY = new LocalUser("somebody", "Correct horse, battery 1", new TreeMap<>(), List.of());

    private final List<LocalUser> users;
    private final Optional<Path> modules;
    private final String home;
    private final PoolMemories memories = new PoolMemories(Optional.empty());
    private final Deque<String> mails = new ConcurrentLinkedDeque<>();
    private final LocalSite site;
    private final GatewayServer server;
    private LocalGateway gateway;

    ServedTestStack(Path stack, Path scratch) {
        this(stack, scratch, List.of(SOMEBODY), Optional.empty());
    }

    ServedTestStack(Path stack, Path scratch, List<LocalUser> users, Optional<LocalCertificate> certificate) {
        this(stack, scratch, users, certificate, Optional.empty());
    }

    /** {@code modules} stand in for those that Lambda's Node.js has. */
    ServedTestStack(
            Path stack,
            Path scratch,
            List<LocalUser> users,
            Optional<LocalCertificate> certificate,
            Optional<Path> modules) {
        this(stack, scratch, users, certificate, modules, "/nowhere");
    }

    /** With functions at home in {@code home}, where Lambda's client for Java may be. */
    static ServedTestStack at(Path stack, Path scratch, String home) {
        return new ServedTestStack(stack, scratch, List.of(SOMEBODY), Optional.empty(), Optional.empty(), home);
    }

    private ServedTestStack(
            Path stack,
            Path scratch,
            List<LocalUser> users,
            Optional<LocalCertificate> certificate,
            Optional<Path> modules,
            String home) {
        this.modules = modules;
        this.home = home;
        this.users = List.copyOf(users);
        this.gateway = opened(stack, scratch);
        this.site = new LocalSite(gateway, entry -> {});
        this.server = new GatewayServer("127.0.0.1", 0, site, certificate);
    }

    private LocalGateway opened(Path stack, Path scratch) {
        Infrastructure infrastructure = ConfigurationReader.read(ConfigurationFile.at(stack, "stack"), new TreeMap<>());
        return LocalGateway.of(
                infrastructure,
                new LocalGateway.Setting(
                        stack,
                        scratch,
                        modules,
                        users,
                        region -> new FunctionSurroundings(
                                region,
                                LocalNames.ACCOUNT,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.ofNullable(System.getenv("PATH")).orElse(""),
                                home),
                        (function, line) -> {},
                        (destination, text) -> mails.addFirst(text),
                        memories,
                        KnownIds.made(ProjectSeed.of(new TreeMap<>(), stack)),
                        ProcessLimits.USUAL),
                Clock.systemUTC(),
                new SecureRandom());
    }

    /** Serves what is in {@code stack} now. */
    void reload(Path stack, Path scratch) {
        gateway = opened(stack, scratch);
        site.replace(gateway);
    }

    /** What was mailed, the latest first. */
    Deque<String> mails() {
        return mails;
    }

    LocalGateway gateway() {
        return gateway;
    }

    LocalSite site() {
        return site;
    }

    URI address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
        gateway.close();
    }
}
