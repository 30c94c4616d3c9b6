package dev.tollgate.cli.commands;

import dev.tollgate.cli.served.BrowserSignIn;
import dev.tollgate.cli.served.ClientIssuer;
import dev.tollgate.cli.served.Clients;
import dev.tollgate.cli.served.ServedStack;
import dev.tollgate.cli.served.TokenTarget;
import dev.tollgate.cli.step.TollgateCommand;
import dev.tollgate.cli.text.ExitCode;
import dev.tollgate.cli.text.Password;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.cli.text.Text;
import dev.tollgate.cli.text.WebBrowser;
import dev.tollgate.finding.UserError;
import dev.tollgate.grant.Grant;
import dev.tollgate.grant.TokenGrants;
import dev.tollgate.grant.TokenKind;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tollgate token}: an access token, and nothing else, on standard output. */
@Command(
        description = {
            "Prints an access token from `tollgate serve` or from the deployed user pool.",
            "For a client that signs people in on the pool's pages, opens a browser there (BROWSER names another) and waits. With --user somebody signs in"
                    + " without a browser: by SRP where the client takes it, and else by their password.",
            "With --target deployed the addresses are those of the Terraform outputs. AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER names another endpoint for --user, as for AWS's own tools.",
            "curl -H \"Authorization: Bearer $$(tollgate token -e dev --client reader)\" URL",
            "Exits with 1 if the token is refused, 3 if the token endpoint does not answer."
        },
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    private final Terminal terminal;

    @ParentCommand
    private TollgateCommand tollgate;

    @Mixin
    private ServedStack stack;

    @Mixin
    private TokenTarget target;

    @Mixin
    private Password password;

    @Option(
            names = "--client",
            paramLabel = "CLIENT",
            required = true,
            description = "The app client: its key under `clients` in the environment file.")
    private String client;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description = "A scope to request. Can be repeated. Default: all scopes of the client.")
    private List<String> scopes = new ArrayList<>();

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "A user who signs in with a password, without a browser.")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--id-token",
            description = "Print the ID token of whoever signs in, which REST routes without scopes accept.")
    private boolean identity;

    TokenCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        requireSense();
        Clients clients = new Clients(stack.read());
        ClientIssuer issuer = target.issuer(tollgate, stack, terminal, clients, client);
        Grant grant = grant(issuer);
        if (grant instanceof Grant.Refused refused) {
            terminal.err().println(terminal.styled("bold,red", "error:") + " " + Text.printable(refused.message()));
            terminal.err().println("  hint: " + Text.printable(refused.hint()));
            return ExitCode.FINDINGS;
        }
        terminal.out().println(((Grant.Granted) grant).token());
        return ExitCode.OK;
    }

    private Grant grant(ClientIssuer issuer) throws InterruptedException {
        SecureRandom random = new SecureRandom();
        TokenGrants grants = new TokenGrants(random, Clock.systemUTC(), target.trust());
        TokenKind kind = identity ? TokenKind.ID : TokenKind.ACCESS;
        if (user.isPresent()) {
            return grants.person(issuer.client(), issuer.cognito(), user.get(), password.read(terminal), kind);
        }
        BrowserSignIn pages = new BrowserSignIn(issuer, grants, random);
        if (pages.isPossible()) {
            return pages.token(kind, words(scopes), new WebBrowser(terminal)::open);
        }
        if (identity) {
            throw new UserError(UserError.Exit.USAGE, "`--id-token` needs a user who signs in", "add `--user NAME`");
        }
        return grants.machine(issuer.client(), issuer.tokenEndpoint(), words(scopes));
    }

    private void requireSense() {
        if (user.isPresent() && !scopes.isEmpty()) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "`--scope` and `--user` cannot be combined: a user who signs in by password gets no resource server scopes",
                    "remove one of them");
        }
        if (user.isEmpty() && password.isGiven()) {
            throw new UserError(
                    UserError.Exit.USAGE, "`--password-file` needs a user who signs in", "add `--user NAME`");
        }
    }

    private static List<String> words(List<String> scopes) {
        return scopes.stream()
                .flatMap(scope -> Arrays.stream(scope.split("\\s+", -1)))
                .filter(scope -> !scope.isEmpty())
                .distinct()
                .toList();
    }
}
