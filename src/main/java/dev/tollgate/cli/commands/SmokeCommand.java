package dev.tollgate.cli.commands;

import dev.tollgate.cli.served.LocalCredentials;
import dev.tollgate.cli.served.LocalGateways;
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
import dev.tollgate.gateway.site.GatewayServer;
import dev.tollgate.gateway.site.LocalGateway;
import dev.tollgate.gateway.site.LocalSite;
import dev.tollgate.model.Environment;
import dev.tollgate.pipeline.Judged;
import dev.tollgate.smoke.Attempt;
import dev.tollgate.smoke.JunitReport;
import dev.tollgate.smoke.Matrix;
import dev.tollgate.smoke.SmokeRoute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            "Compares the answers with the environment file. Exits with 1 if any answer is unexpected.",
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
        SmokeTarget.Asked asked = target.running(tollgate, stack, terminal, environment);
        asked.leftOut().forEach(line -> terminal.err().println(line));
        List<String> drift = target.drift(tollgate, stack, terminal, environment);
        List<Attempt> cells =
                asked.matrix().ask(asked.routes(), asked.credentials().of(environment), this::progress);
        terminal.progressDone();
        requireAnswers(cells);
        int answered = report(cells);
        drift.forEach(
                line -> terminal.err().println(terminal.styled("bold,red", "error:") + " " + Text.printable(line)));
        return drift.isEmpty() ? answered : ExitCode.FINDINGS;
    }

    /** A host that nobody answers for says nothing of authorization. */
    private static void requireAnswers(List<Attempt> cells) {
        if (!cells.isEmpty() && cells.stream().allMatch(cell -> cell.actual() == 0)) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    Text.printable(cells.get(0).note()),
                    "check the URL, and that it can be reached from here");
        }
    }

    private int served() throws InterruptedException {
        LocalGateways gateways =
                new LocalGateways(tollgate.project(), stack, List.of(), terminal.environment(), (function, line) -> {});
        try (gateways) {
            SecureRandom random = new SecureRandom();
            LocalGateway gateway = gateways.open(Clock.systemUTC(), random);
            LocalSite site = new LocalSite(gateway, entry -> {});
            try (GatewayServer server = new GatewayServer("127.0.0.1", 0, site)) {
                boolean rest = gateway.api().kind() == GatewayApi.Kind.REST;
                Optional<Environment> meant = environment();
                List<SmokeRoute> routes = meant.map(environment ->
                                SmokeRoutes.of(environment, gateway.api().base()))
                        .orElseGet(() -> SmokeRoutes.of(gateway.api()));
                boolean everyClient = meant.filter(environment ->
                                environment.authorizer().external().isEmpty())
                        .isPresent();
                List<Attempt> cells = new Matrix(server.address(), rest)
                        .ask(routes, new LocalCredentials(gateway, random, everyClient).all(), this::progress);
                terminal.progressDone();
                return report(cells);
            }
        }
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

    private int report(List<Attempt> cells) {
        junit.ifPresent(file -> write(file, JunitReport.of(stack.folder().toString(), cells)));
        List<Attempt> failed = cells.stream().filter(cell -> !cell.passes()).toList();
        if (json) {
            terminal.out()
                    .println(Json.text(cells.stream().map(SmokeCommand::data).toList()));
        } else {
            terminal.out().print(Text.table(rows(cells)));
        }
        terminal.out().flush();
        terminal.err().println(cells.size() + " asked, " + failed.size() + " unexpected answers");
        return failed.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
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
