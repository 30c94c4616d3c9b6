package dev.tollgate.cli.commands;

import dev.tollgate.cli.served.FunctionProcesses;
import dev.tollgate.cli.served.LocalGateways;
import dev.tollgate.cli.served.LocalTables;
import dev.tollgate.cli.served.LocalUsers;
import dev.tollgate.cli.served.ServedStack;
import dev.tollgate.cli.step.TollgateCommand;
import dev.tollgate.cli.text.ExitCode;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.cli.text.Text;
import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.engine.GatewayApi;
import dev.tollgate.gateway.engine.GatewayRoute;
import dev.tollgate.gateway.function.DebugPort;
import dev.tollgate.gateway.function.ProcessLimits;
import dev.tollgate.gateway.site.GatewayServer;
import dev.tollgate.gateway.site.Journal;
import dev.tollgate.gateway.site.LocalCertificate;
import dev.tollgate.gateway.site.LocalGateway;
import dev.tollgate.gateway.site.LocalSite;
import dev.tollgate.gateway.site.PoolMemories;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tollgate serve}: the gateway that the emitted Terraform describes, on this machine. */
@Command(
        description = {
            "Serves the emitted API locally: real tokens, real refusals, your functions.",
            "Does not start if it cannot enforce a route's authorization. Stop it with Ctrl-C."
        },
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private final Terminal terminal;

    @ParentCommand
    private TollgateCommand tollgate;

    @Mixin
    private ServedStack stack;

    @Mixin
    private LocalUsers users;

    @Mixin
    private FunctionProcesses processes;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "The port; 0 picks a free one. Default: 8080.")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "The address to listen on. Other machines can connect unless it is a loopback address, and names count as well as addresses. Default: 127.0.0.1.")
    private String bind;

    @Option(
            names = "--keep",
            paramLabel = "FOLDER",
            description =
                    "Keep people, their sign-ins and the pools' keys here until the next start. Keep it out of the repository. Default: with this process.")
    private Optional<Path> keep = Optional.empty();

    @Option(
            names = "--tls",
            description =
                    "Serve https with a certificate of its own, for clients that insist. Its path is printed, for NODE_EXTRA_CA_CERTS and the like; --keep keeps it.")
    private boolean tls;

    @Option(
            names = "--watch",
            description =
                    "Reload when `tollgate synth` changes the stack, and with -e a function when its source changes: its build runs again.")
    private boolean watch;

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new UserError(UserError.Exit.USAGE, "`--port " + port + "` is not a port", "use 0 to 65535");
        }
        ProcessLimits limits = processes.limits();
        LocalGateways gateways = new LocalGateways(
                tollgate.project(),
                stack,
                users.all(),
                terminal.environment(),
                this::functionLine,
                this::mail,
                new PoolMemories(keep),
                limits);
        try (gateways) {
            LocalGateway gateway = gateways.open(Clock.systemUTC(), new SecureRandom());
            List<String> tables = new LocalTables(terminal.environment()).make(gateway.tables(), gateway.region());
            LocalSite site = new LocalSite(gateway, this::request);
            Optional<LocalCertificate> certificate = certificate(gateways);
            try (GatewayServer server = new GatewayServer(bind, port, site, certificate)) {
                Runtime.getRuntime().addShutdownHook(new Thread(gateways::close, "end the functions"));
                limits.debugged().forEach(this::debugged);
                announce(gateway, tables, server.address(), certificate);
                if (watch) {
                    gateways.watch(tollgate.pipeline(), new Reloads(terminal, site));
                }
                server.join();
            }
        }
        return ExitCode.OK;
    }

    private Optional<LocalCertificate> certificate(LocalGateways gateways) throws InterruptedException {
        return tls
                ? Optional.of(LocalCertificate.in(keep.orElseGet(gateways::scratch), bind, Clock.systemUTC()))
                : Optional.empty();
    }

    private void announce(
            LocalGateway gateway, List<String> tables, URI address, Optional<LocalCertificate> certificate) {
        GatewayApi api = gateway.api();
        terminal.out()
                .println(
                        "serving " + address + api.base() + "/  (" + api.kind() + " API, stage `" + api.stage() + "`)");
        for (GatewayRoute route : api.routes()) {
            terminal.out()
                    .println(Text.printable("  " + route.key() + "  "
                            + route.gate(api.kind()).demand().label()));
        }
        for (LocalPool pool : gateway.pools()) {
            URI base = LocalSite.pool(address, pool.id());
            terminal.out().println(Text.printable("tokens of pool " + pool.id() + ": " + base + "/oauth2/token"));
            for (LocalClient client : pool.clients()) {
                terminal.out()
                        .println(Text.printable("  client " + client.id()
                                + client.secret()
                                        .map(secret -> "  secret " + secret)
                                        .orElse("  no secret")
                                + (client.customScopes().isEmpty()
                                        ? ""
                                        : "  scopes " + String.join(" ", client.customScopes()))));
            }
        }
        certificate.ifPresent(own -> terminal.out()
                .println(Text.printable("certificate: " + own.pem() + "  (NODE_EXTRA_CA_CERTS, AWS_CA_BUNDLE)")));
        terminal.out().println("console: " + address + LocalSite.PREFIX + "/");
        Stream.concat(tables.stream(), gateway.notes().stream()).distinct().forEach(note -> terminal.err()
                .println(terminal.styled("bold,yellow", "note:") + " " + Text.printable(note)));
        terminal.flush();
    }

    private void debugged(String function, DebugPort port) {
        terminal.out()
                .println(Text.printable("debug " + function + ": attach to " + port.address() + "; its code is in "
                        + port.folder().resolve("code")));
    }

    private void request(Journal.Entry entry) {
        terminal.err()
                .println(Text.printable(String.format(
                        Locale.ROOT,
                        "%s %s → %d, %d ms: %s",
                        entry.method(),
                        entry.path(),
                        entry.status(),
                        entry.millis(),
                        entry.reason())));
        terminal.err().flush();
    }

    private void mail(String destination, String text) {
        terminal.err().println("[mail to " + Text.printable(destination) + "] " + Text.printable(text));
        terminal.err().flush();
    }

    private void functionLine(String function, String line) {
        terminal.err().println("[" + Text.printable(function) + "] " + Text.printable(line));
        terminal.err().flush();
    }
}
