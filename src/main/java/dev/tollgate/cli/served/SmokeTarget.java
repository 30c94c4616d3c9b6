package dev.tollgate.cli.served;

import dev.tollgate.cli.step.DeploymentWiring;
import dev.tollgate.cli.step.TollgateCommand;
import dev.tollgate.cli.text.Password;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.cli.text.Text;
import dev.tollgate.finding.UserError;
import dev.tollgate.grant.TokenGrants;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;
import dev.tollgate.pipeline.RestDrift;
import dev.tollgate.smoke.ExpectedFailures;
import dev.tollgate.smoke.Matrix;
import dev.tollgate.smoke.SmokeRoute;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What smoke asks: what it serves itself, or an API that runs somewhere. */
public final class SmokeTarget {

    private static final String LOCAL = "local";
    private static final String DEPLOYED = "deployed";
    private static final String LOOPBACK = "https?://(127\\.0\\.0\\.1|localhost|\\[::1])(:[0-9]+)?(/.*)?";

    @Option(
            names = "--target",
            paramLabel = "local|deployed|URL",
            defaultValue = LOCAL,
            description = "local: the emitted API, served for the test. deployed: the API and clients in the"
                    + " Terraform outputs. URL: the same API at another URL; on this"
                    + " machine, what `tollgate serve` serves. Default: local.")
    private String target;

    @Option(
            names = "--all-methods",
            description = "Also send POST, PUT, PATCH and DELETE to a running API. This may change data.")
    private boolean allMethods;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "5",
            description = "Maximum requests per second to a running API. Default: 5.")
    private int rate;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "A user who signs in to the clients of a running API with a password.")
    private Optional<String> user = Optional.empty();

    @Mixin
    private Password password;

    @Mixin
    private TrustedCertificate certificate;

    /** What is asked, with what, how fast, and what is left out. */
    public record Asked(
            Matrix matrix,
            List<SmokeRoute> routes,
            List<SmokeRoute> preflights,
            DeployedCredentials credentials,
            List<String> leftOut) {
        public Asked {
            routes = List.copyOf(routes);
            preflights = List.copyOf(preflights);
            leftOut = List.copyOf(leftOut);
        }
    }

    public boolean isLocal() {
        return target.equals(LOCAL);
    }

    /** Whose certificates are good. */
    public SSLContext trust() {
        return certificate.context();
    }

    /** A running API of {@code environment}, whose functions may have {@code failures}. */
    public Asked running(
            TollgateCommand tollgate,
            ServedStack stack,
            Terminal terminal,
            Environment environment,
            ExpectedFailures failures) {
        if (rate < 1) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "`--rate " + rate + "` sends no requests",
                    "use 1 or more requests per second");
        }
        boolean here = target.matches(LOOPBACK);
        Function<String, ClientIssuer> issuers;
        URI base;
        if (here) {
            base = URI.create(target);
            issuers = new ServedIssuers(new Clients(stack.read()), origin(base), stack.ids(terminal.environment()))
                    ::issuer;
        } else {
            Optional<URI> address = target.equals(DEPLOYED) ? Optional.empty() : Optional.of(https());
            DeployedOutputs outputs = DeployedOutputs.of(tollgate, environment.id(), stack.stacks(), terminal);
            Clients clients = new Clients(stack.read());
            base = address.orElseGet(outputs::baseUrl);
            issuers = name -> outputs.issuer(name, clients.named(name), clients.callbacks(clients.named(name)));
        }
        List<SmokeRoute> all = SmokeRoutes.of(environment, path(base));
        List<SmokeRoute> asked =
                all.stream().filter(route -> allMethods || route.isSafe()).toList();
        List<String> leftOut = new ArrayList<>(List.of(DeployedCredentials.LEFT_OUT));
        if (asked.size() < all.size()) {
            leftOut.add("left out: " + (all.size() - asked.size())
                    + " routes whose method may change something; `--all-methods` asks them too");
        }
        SecureRandom random = new SecureRandom();
        SSLContext trust = certificate.context();
        return new Asked(
                new Matrix(
                        origin(base),
                        environment.kind() == ApiKind.REST,
                        SmokeRoutes.pages(environment),
                        failures,
                        Duration.ofSeconds(1).dividedBy(rate),
                        trust),
                asked,
                SmokeRoutes.preflights(environment, path(base)),
                new DeployedCredentials(
                        issuers,
                        user,
                        () -> password.read(terminal),
                        random,
                        new TokenGrants(random, Clock.systemUTC(), trust)),
                leftOut);
    }

    /**
     * Where the API that AWS has differs from {@code stack}, a line each: what nobody asks for is in no matrix. Only
     * REST APIs: a plan shows what somebody changed in an HTTP API, and routes of one are resources.
     */
    public List<String> drift(TollgateCommand tollgate, ServedStack stack, Terminal terminal, Environment environment) {
        if (!target.equals(DEPLOYED) || environment.kind() != ApiKind.REST) {
            return List.of();
        }
        try {
            return DeploymentWiring.of(tollgate, stack.stacks(), terminal)
                    .atAws(environment.id())
                    .map(deployed -> RestDrift.between(stack.read(), deployed))
                    .orElse(List.of());
        } catch (UserError e) {
            terminal.err()
                    .println("note: routes beyond the environment file were not looked for: "
                            + Text.printable(String.valueOf(e.getMessage())));
            terminal.err().println("  hint: " + Text.printable(e.hint()));
            return List.of();
        }
    }

    private URI https() {
        if (!target.matches("https://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9$._~/-]*)?")) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "`--target " + target + "` is not a target",
                    "use `local`, `deployed`, an https URL, or the URL of `tollgate serve`, such as"
                            + " `http://127.0.0.1:8080`");
        }
        return URI.create(target);
    }

    private static URI origin(URI base) {
        return URI.create(base.getScheme() + "://" + base.getRawAuthority());
    }

    private static String path(URI base) {
        return base.getRawPath() == null ? "" : base.getRawPath().replaceAll("/$", "");
    }
}
