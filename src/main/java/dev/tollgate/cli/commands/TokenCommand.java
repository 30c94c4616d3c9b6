package dev.tollgate.cli.commands;

import dev.tollgate.cli.served.ClientIssuer;
import dev.tollgate.cli.served.Clients;
import dev.tollgate.cli.served.ServedStack;
import dev.tollgate.cli.served.TokenTarget;
import dev.tollgate.cli.step.TollgateCommand;
import dev.tollgate.cli.text.ExitCode;
import dev.tollgate.cli.text.Password;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.cli.text.Text;
import dev.tollgate.finding.UserError;
import dev.tollgate.grant.Grant;
import dev.tollgate.grant.TokenGrants;
import dev.tollgate.grant.TokenKind;
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
            "Gets an access token from what `tollgate serve` serves, or from what is deployed, and prints it alone.",
            "curl -H \"Authorization: Bearer $$(tollgate token -e dev --client reader)\" URL",
            "A refusal is exit code 1, an endpoint that does not answer 3."
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
            description = "The app client, as `clients` of the environment's file calls it.")
    private String client;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description = "A scope to ask for. May be repeated. Default: all that the client has.")
    private List<String> scopes = new ArrayList<>();

    @Option(names = "--user", paramLabel = "NAME", description = "Somebody who signs in by password, instead.")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--id-token",
            description = "The ID token of --user: what routes of a REST API without scopes take.")
    private boolean identity;

    TokenCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        requireSense();
        Clients clients = new Clients(stack.read());
        ClientIssuer issuer = target.issuer(tollgate, stack, terminal, clients, client);
        Grant grant = user.isPresent()
                ? new TokenGrants()
                        .person(
                                issuer.client(),
                                issuer.cognito(),
                                user.get(),
                                password.read(terminal),
                                identity ? TokenKind.ID : TokenKind.ACCESS)
                : new TokenGrants().machine(issuer.client(), issuer.tokenEndpoint(), words(scopes));
        if (grant instanceof Grant.Refused refused) {
            terminal.err().println(terminal.styled("bold,red", "error:") + " " + Text.printable(refused.message()));
            terminal.err().println("  hint: " + Text.printable(refused.hint()));
            return ExitCode.FINDINGS;
        }
        terminal.out().println(((Grant.Granted) grant).token());
        return ExitCode.OK;
    }

    private void requireSense() {
        if (user.isPresent() && !scopes.isEmpty()) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "`--scope` and `--user` exclude each other: who signs in by password gets no scopes of resource servers",
                    "leave one of them out");
        }
        if (user.isEmpty() && (identity || password.isGiven())) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "`" + (identity ? "--id-token" : "--password-file") + "` is of somebody who signs in",
                    "add `--user NAME`");
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
