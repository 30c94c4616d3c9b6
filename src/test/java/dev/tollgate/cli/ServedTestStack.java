package dev.tollgate.cli;

import dev.tollgate.cli.served.ProjectSeed;
import dev.tollgate.gateway.function.FunctionSurroundings;
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

    private final LocalGateway gateway;
    private final Deque<String> mails = new ConcurrentLinkedDeque<>();
    private final GatewayServer server;

    ServedTestStack(Path stack, Path scratch) {
        this(stack, scratch, List.of(SOMEBODY), Optional.empty());
    }

    ServedTestStack(Path stack, Path scratch, List<LocalUser> users, Optional<LocalCertificate> certificate) {
        Infrastructure infrastructure = ConfigurationReader.read(ConfigurationFile.at(stack, "stack"), new TreeMap<>());
        this.gateway = LocalGateway.of(
                infrastructure,
                new LocalGateway.Setting(
                        stack,
                        scratch,
                        Optional.empty(),
                        users,
                        region -> new FunctionSurroundings(
                                region,
                                LocalNames.ACCOUNT,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.ofNullable(System.getenv("PATH")).orElse(""),
                                "/nowhere"),
                        (function, line) -> {},
                        (destination, text) -> mails.addFirst(text),
                        new PoolMemories(Optional.empty()),
                        KnownIds.made(ProjectSeed.of(new TreeMap<>(), stack))),
                Clock.systemUTC(),
                new SecureRandom());
        this.server = new GatewayServer("127.0.0.1", 0, new LocalSite(gateway, entry -> {}), certificate);
    }

    /** What was mailed, the latest first. */
    Deque<String> mails() {
        return mails;
    }

    LocalGateway gateway() {
        return gateway;
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
