package dev.tollgate.cli.commands;

import dev.tollgate.cli.served.Clients;
import dev.tollgate.cli.served.IssuerKeys;
import dev.tollgate.cli.served.NamedStack;
import dev.tollgate.cli.served.ServedIssuers;
import dev.tollgate.cli.served.ServedStack;
import dev.tollgate.cli.served.TokenTarget;
import dev.tollgate.cli.step.TollgateCommand;
import dev.tollgate.cli.text.DecodedToken;
import dev.tollgate.cli.text.ExitCode;
import dev.tollgate.cli.text.Json;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.read.KnownIds;
import dev.tollgate.gateway.site.Openings;
import dev.tollgate.gateway.token.Jwt;
import dev.tollgate.gateway.token.Reason;
import dev.tollgate.terraform.Infrastructure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tollgate decode}: what a token says, and which routes it opens. */
@Command(
        description = {
            "Decodes a token. With -e, --dir or --plan-json: whose it is, which routes accept it, and why the others do not.",
            "Uses the same code as `tollgate serve`. Verifies the signature if the issuer's keys are available: from"
                    + " `tollgate serve`, or with --target deployed from the deployed user pool. Exits with 1 for an invalid"
                    + " token."
        },
        mixinStandardHelpOptions = true)
final class DecodeCommand implements Callable<Integer> {

    /** More than any token that can be sent. */
    private static final int READ_AT_MOST = 64 * 1024;

    private final Terminal terminal;

    @ParentCommand
    private TollgateCommand tollgate;

    @Parameters(
            arity = "0..1",
            paramLabel = "TOKEN|-",
            description = "The token, with or without `Bearer`. Default: -, standard input.")
    private String token = "-";

    @Mixin
    private NamedStack named;

    @Mixin
    private TokenTarget target;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    DecodeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String text = text();
        Jwt read = Jwt.read(text);
        if (!(read instanceof Jwt.Decoded jwt)) {
            refuse(((Jwt.Undecodable) read).reason());
            return ExitCode.FINDINGS;
        }
        Clock clock = Clock.systemUTC();
        DecodedToken decoded = named.given()
                .map(stack -> held(stack, jwt, text, clock))
                .orElseGet(() -> new DecodedToken(jwt, Optional.empty(), Optional.empty(), clock.instant()));
        if (json) {
            terminal.out().println(Json.text(decoded.data()));
        } else {
            terminal.out().print(decoded.text());
        }
        return ExitCode.OK;
    }

    /** The token held against the routes of {@code stack}. */
    private DecodedToken held(ServedStack stack, Jwt.Decoded jwt, String text, Clock clock) {
        Infrastructure infrastructure = stack.read();
        Clients clients = new Clients(infrastructure);
        KnownIds ids = target.ids(tollgate, stack, terminal, clients);
        IssuerKeys keys = new IssuerKeys(
                target.isDeployed() ? Optional.empty() : Optional.of(new ServedIssuers(clients, target.site(), ids)),
                target.trust(),
                clock);
        Openings.Judgement judgement =
                Openings.of(infrastructure, clients.surface(), ids).judge(text, keys::of, clock, new SecureRandom());
        return new DecodedToken(jwt, clients.nameOf(client(jwt), ids), Optional.of(judgement), clock.instant());
    }

    /** The id of the client that a token is for: an ID token has it as its audience. */
    private static String client(Jwt.Decoded jwt) {
        return jwt.claims().text("client_id").or(() -> jwt.claims().text("aud")).orElse("");
    }

    private String text() {
        String given = token.equals("-") ? piped() : token;
        String bare = given.strip();
        return bare.regionMatches(true, 0, "Bearer ", 0, 7) ? bare.substring(7).strip() : bare;
    }

    private String piped() {
        try {
            return new String(terminal.in().readNBytes(READ_AT_MOST), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot read standard input: " + e.getMessage(),
                    "give the token as an argument",
                    e);
        }
    }

    private void refuse(Reason reason) {
        terminal.err().println(terminal.styled("bold,red", "error:") + " not a valid token: " + reason.description());
        terminal.err()
                .println(
                        "  hint: "
                                + (reason == Reason.TOO_LARGE
                                        ? "API Gateway accepts at most 10,240 bytes of headers"
                                        : "a token has three base64url parts with dots between, like the output of `tollgate token`"));
    }
}
