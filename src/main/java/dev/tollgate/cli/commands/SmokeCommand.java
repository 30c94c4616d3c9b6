package dev.tollgate.cli.commands;

import dev.tollgate.cli.served.Clients;
import dev.tollgate.cli.served.LocalCredentials;
import dev.tollgate.cli.served.LocalGateways;
import dev.tollgate.cli.served.LocalTables;
import dev.tollgate.cli.served.MeantClients;
import dev.tollgate.cli.served.ServedStack;
import dev.tollgate.cli.served.SmokeRoutes;
import dev.tollgate.cli.served.SmokeTarget;
import dev.tollgate.cli.step.TollgateCommand;
import dev.tollgate.cli.text.ExitCode;
import dev.tollgate.cli.text.Json;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.cli.text.Text;
import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.engine.GatewayApi;
import dev.tollgate.gateway.function.ProcessLimits;
import dev.tollgate.gateway.site.GatewayServer;
import dev.tollgate.gateway.site.LocalGateway;
import dev.tollgate.gateway.site.LocalSite;
import dev.tollgate.gateway.site.PoolMemories;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;
import dev.tollgate.pipeline.Judged;
import dev.tollgate.smoke.Attempt;
import dev.tollgate.smoke.ExpectedFailures;
import dev.tollgate.smoke.JunitReport;
import dev.tollgate.smoke.Matrix;
import dev.tollgate.smoke.SmokeRoute;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tollgate smoke}: every route with every credential, served here. */
@Command(
        description = {
            "Calls every route of the emitted API (served for the test) or a running one (--target) with every kind of credential: none, garbage, expired, from another"
                    + " issuer, from another client, without the scope, an ID token, and each client's own.",
            "Compares the answers, app clients, routes and CORS headers with the environment file. Exits with 1 if"
                    + " anything differs. An answer of 5xx is unexpected unless --expect names it.",
            "Makes the stack's tables in the emulator that AWS_ENDPOINT_URL names, as serve does.",
            "With --target deployed, also compares the methods of a REST API with the file, through the AWS CLI: what"
                    + " somebody added or opened at AWS exits with 1."
        },
        mixinStandardHelpOptions = true)
final class SmokeCommand implements Callable<Integer> {

    private final Terminal terminal;

    @ParentCommand
    private TollgateCommand tollgate;

    @Mixin
    private ServedStack stack;

    @Mixin
    private SmokeTarget target;

    @Option(names = "--junit", paramLabel = "FILE", description = "Also write the matrix as JUnit XML.")
    private Optional<Path> junit = Optional.empty();

    @Option(names = "--json", description = "Print the matrix as JSON.")
    private boolean json;

    @Option(
            names = "--expect",
            paramLabel = "[ROUTE=]STATUS",
            description = "A failure that a function may answer with: 500 to 599, or 5xx; of any route, or of one,"
                    + " such as 'GET /books=503'. Can be repeated.")
    private List<String> expected = new ArrayList<>();

    SmokeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        return target.isLocal() ? served() : running();
    }

    private int running() throws InterruptedException {
        Environment environment = environment()
                .orElseThrow(() -> new UserError(
                        UserError.Exit.USAGE,
                        "`--target` needs a valid environment",
                        "name it with `-e NAME`, and run `tollgate validate`"));
        ExpectedFailures failures = failures(environment);
        SmokeTarget.Asked asked = target.running(tollgate, stack, terminal, environment, failures);
        asked.leftOut().forEach(line -> terminal.err().println(line));
        List<String> drift = target.drift(tollgate, stack, terminal, environment);
        List<Attempt> cells = new ArrayList<>(
                asked.matrix().ask(asked.routes(), asked.credentials().of(environment), this::progress));
        cells.addAll(asked.matrix().preflights(asked.preflights(), Set.of(), this::progress));
        terminal.progressDone();
        requireAnswers(cells);
        return report(cells, drift);
    }

    private ExpectedFailures failures(Environment environment) {
        ExpectedFailures failures = failures();
        List<String> routes = environment.routes().stream()
                .map(route -> route.key().toString())
                .toList();
        failures.routes().stream()
                .filter(route -> !routes.contains(route))
                .findFirst()
                .ifPresent(route -> {
                    throw new UserError(
                            UserError.Exit.USAGE,
                            "`--expect` names `" + route + "`, and the environment file has no such route",
                            "name it as the file does, such as `GET /books=503`");
                });
        return failures;
    }

    private ExpectedFailures failures() {
        ExpectedFailures failures = new ExpectedFailures();
        for (String text : expected) {
            if (!failures.add(text)) {
                throw new UserError(
                        UserError.Exit.USAGE,
                        "`--expect " + text + "` is not [ROUTE=]STATUS",
                        "write it as `5xx`, `503` or `GET /books=503`");
            }
        }
        return failures;
    }

    /** A host that nobody answers for says nothing of authorization. */
    private static void requireAnswers(List<Attempt> cells) {
        if (!cells.isEmpty() && cells.stream().allMatch(cell -> cell.actual() == 0)) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    Text.printable(cells.get(0).note()),
                    cells.get(0).note().contains("PKIX")
                            ? "if it is `tollgate serve --tls`, name the certificate that it prints with `--ca FILE`"
                            : "check the URL, and that it can be reached from here");
        }
    }

    private int served() throws InterruptedException {
        LocalGateways gateways = new LocalGateways(
                tollgate.project(),
                stack,
                List.of(),
                terminal.environment(),
                (function, line) -> {},
                (destination, text) -> {},
                new PoolMemories(Optional.empty()),
                ProcessLimits.USUAL);
        try (gateways) {
            SecureRandom random = new SecureRandom();
            LocalGateway gateway = gateways.open(Clock.systemUTC(), random);
            List<String> tables = new LocalTables(terminal.environment()).make(gateway.tables(), gateway.region());
            LocalSite site = new LocalSite(gateway, entry -> {});
            try (GatewayServer server = new GatewayServer("127.0.0.1", 0, site, Optional.empty())) {
                Optional<Environment> meant = environment();
                MeantClients clients = new MeantClients(new Clients(stack.read()), gateway::clientId, meant);
                List<String> differences = clients.differences(gateway.pools());
                boolean everyClient = meant.filter(environment ->
                                environment.authorizer().external().isEmpty())
                        .isPresent();
                Matrix matrix = matrix(server.address(), gateway, meant);
                List<Attempt> cells = new ArrayList<>(matrix.ask(
                        routes(gateway, meant),
                        new LocalCredentials(gateway, random, everyClient, clients).all(),
                        this::progress));
                cells.addAll(matrix.preflights(
                        meant.map(environment -> SmokeRoutes.preflights(environment, SmokeRoutes.base(environment)))
                                .orElse(List.of()),
                        SmokeRoutes.pages(gateway.api()),
                        this::progress));
                terminal.progressDone();
                if (cells.stream().anyMatch(Attempt::failed)) {
                    tables.forEach(line -> terminal.err().println("note: " + Text.printable(line)));
                }
                return report(cells, differences);
            }
        }
    }

    private Matrix matrix(URI address, LocalGateway gateway, Optional<Environment> meant) {
        boolean rest = meant.map(environment -> environment.kind() == ApiKind.REST)
                .orElseGet(() -> gateway.api().kind() == GatewayApi.Kind.REST);
        ExpectedFailures failures = meant.map(this::failures).orElseGet(this::failures);
        return new Matrix(address, rest, meant.flatMap(SmokeRoutes::pages), failures, Duration.ZERO, target.trust());
    }

    private static List<SmokeRoute> routes(LocalGateway gateway, Optional<Environment> meant) {
        if (meant.isEmpty()) {
            return SmokeRoutes.of(gateway.api());
        }
        List<SmokeRoute> routes = new ArrayList<>(SmokeRoutes.of(meant.get(), SmokeRoutes.base(meant.get())));
        routes.addAll(SmokeRoutes.beyond(meant.get(), gateway.api()));
        return routes;
    }

    /** What the environment's file says, where there is one. */
    private Optional<Environment> environment() {
        return stack.environment().flatMap(name -> tollgate.pipeline().validate(List.of(name)).stream()
                .findFirst()
                .flatMap(Judged::environment));
    }

    private void progress(Attempt cell) {
        terminal.progress(Text.printable(
                "asking " + cell.route().key() + " with " + cell.credential().name()));
    }

    private int report(List<Attempt> cells, List<String> differences) {
        junit.ifPresent(file -> write(file, JunitReport.of(stack.folder().toString(), cells)));
        List<Attempt> failed = cells.stream().filter(cell -> !cell.passes()).toList();
        if (json) {
            terminal.out()
                    .println(Json.text(cells.stream().map(SmokeCommand::data).toList()));
        } else {
            terminal.out().print(Text.table(rows(cells)));
        }
        terminal.out().flush();
        failed.forEach(cell -> cell.differences()
                .forEach(one -> error(
                        "`" + cell.route().key() + "`, " + cell.credential().name() + ": " + one)));
        differences.forEach(this::error);
        unreached(cells).forEach(route -> terminal.err()
                .println(terminal.styled("bold,yellow", "note:") + " nobody was let in to `" + Text.printable(route)
                        + "`: that it works was not seen"));
        terminal.err().println(lastLine(cells, failed, differences));
        return failed.isEmpty() && differences.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private void error(String text) {
        terminal.err().println(terminal.styled("bold,red", "error:") + " " + Text.printable(text));
    }

    private static String lastLine(List<Attempt> cells, List<Attempt> failed, List<String> differences) {
        long broken = cells.stream().filter(Attempt::failed).count();
        return cells.size() + " asked, " + failed.size() + " unexpected answers"
                + (differences.isEmpty() ? "" : ", " + differences.size() + " other differences")
                + (broken == 0 ? "" : "; " + broken + " answers are 5xx: no function answered them as it should");
    }

    /** Routes of the file that no credential led to the function of. */
    private static Set<String> unreached(List<Attempt> cells) {
        Set<String> routes = new LinkedHashSet<>();
        cells.stream()
                .map(Attempt::route)
                .filter(SmokeRoute::meant)
                .map(SmokeRoute::key)
                .forEach(routes::add);
        cells.stream()
                .filter(cell -> cell.expected().isLetIn() && cell.passes())
                .map(cell -> cell.route().key())
                .forEach(routes::remove);
        return routes;
    }

    private static List<List<String>> rows(List<Attempt> cells) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("ROUTE", "CREDENTIAL", "EXPECTED", "GOT", ""));
        for (Attempt cell : cells) {
            rows.add(List.of(
                    cell.route().key(),
                    cell.credential().name(),
                    cell.expected().text(),
                    String.valueOf(cell.actual()),
                    cell.passes() ? "ok" : "WRONG"));
        }
        return rows;
    }

    private static Map<String, Object> data(Attempt cell) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("route", cell.route().key());
        data.put("credential", cell.credential().name());
        data.put("expected", cell.expected().text());
        data.put("status", cell.actual());
        data.put("passes", cell.passes());
        data.put("note", cell.note());
        data.put("differences", cell.differences());
        return data;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot write `" + file + "`: " + e.getMessage(),
                    "check its folder",
                    e);
        }
    }
}
