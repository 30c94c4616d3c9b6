package dev.tollgate.cli.served;

import dev.tollgate.cli.step.TollgateCommand;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.read.KnownIds;
import java.net.URI;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where tokens come from: {@code tollgate serve}, or the deployed user pool. */
public final class TokenTarget {

    private static final String LOCAL = "local";
    private static final String DEPLOYED = "deployed";

    @Option(
            names = "--target",
            paramLabel = "local|URL|deployed",
            defaultValue = LOCAL,
            description = "local: `tollgate serve` at http://127.0.0.1:8080. URL: `tollgate serve` at another URL."
                    + " deployed: the API in the Terraform outputs. Default: local.")
    private String target;

    @Mixin
    private TrustedCertificate certificate;

    /** Whose certificates are good. */
    public SSLContext trust() {
        return certificate.context();
    }

    /** Where what is served is found; only when this is not what is deployed. */
    public URI site() {
        if (target.equals(LOCAL)) {
            return URI.create("http://127.0.0.1:8080");
        }
        if (!target.matches("https?://[A-Za-z0-9.:\\[\\]-]+/?")) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "`--target " + target + "` is not a target",
                    "use `local`, `deployed`, or the URL of `tollgate serve`, such as `http://127.0.0.1:8080`");
        }
        if (!target.startsWith("https:") && !target.matches("http://(127\\.0\\.0\\.1|localhost|\\[::1])(:[0-9]+)?/?")) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "`--target " + target + "` is neither an https URL nor on this machine",
                    "secrets would be sent unencrypted: use an https URL, or one on 127.0.0.1");
        }
        return URI.create(target.replaceAll("/$", ""));
    }

    public boolean isDeployed() {
        return target.equals(DEPLOYED);
    }

    /** Where the client called {@code name} gets its tokens. */
    public ClientIssuer issuer(
            TollgateCommand tollgate, ServedStack stack, Terminal terminal, Clients clients, String name) {
        String canonical = clients.canonical(name);
        return isDeployed()
                ? DeployedOutputs.of(tollgate, environment(stack), stack.stacks(), terminal)
                        .issuer(canonical, clients.named(canonical), clients.callbacks(clients.named(canonical)))
                : new ServedIssuers(clients, site(), stack.ids(terminal.environment())).issuer(canonical);
    }

    /** What pools and clients of {@code stack} are called where its tokens come from. */
    public KnownIds ids(TollgateCommand tollgate, ServedStack stack, Terminal terminal, Clients clients) {
        return isDeployed()
                ? DeployedOutputs.of(tollgate, environment(stack), stack.stacks(), terminal)
                        .ids(clients)
                : stack.ids(terminal.environment());
    }

    private static String environment(ServedStack stack) {
        return stack.environment()
                .orElseThrow(() -> new UserError(
                        UserError.Exit.USAGE,
                        "`--target deployed` needs an environment",
                        "add `-e NAME` instead of a folder or a plan"));
    }
}
