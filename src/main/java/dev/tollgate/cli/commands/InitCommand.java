package dev.tollgate.cli.commands;

import dev.tollgate.cli.step.TollgateCommand;
import dev.tollgate.cli.text.ExitCode;
import dev.tollgate.cli.text.FindingsPrinter;
import dev.tollgate.cli.text.Questions;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.cli.text.Text;
import dev.tollgate.finding.Severity;
import dev.tollgate.init.Answers;
import dev.tollgate.pipeline.DraftEnvironment;
import dev.tollgate.pipeline.NewEnvironment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tollgate init}: begins an environment, by asking. */
@Command(
        description = "Creates an environment: asks a few questions and writes a file without errors or warnings, "
                + "and starter code for its functions. Never overwrites a file. Skips questions that a flag answers.",
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {

    private final Terminal terminal;

    @ParentCommand
    private TollgateCommand tollgate;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "The environment. Its file is environments/NAME.tfvars.")
    private Optional<String> environment = Optional.empty();

    @Option(names = "--kind", paramLabel = "KIND", description = "Kind of API: rest, http or none (identity only).")
    private Optional<String> kind = Optional.empty();

    @Option(names = "--name", paramLabel = "PREFIX", description = "Prefix of every name. Default: NAME.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--region", paramLabel = "REGION", description = "AWS region, such as eu-west-1.")
    private Optional<String> region = Optional.empty();

    @Option(
            names = "--identity",
            paramLabel = "WHO",
            description =
                    "Who calls: machine (clients with a secret), people (on the user pool's pages: code and PKCE), passwords"
                            + " (people, in your own pages), existing (a pool by id), "
                            + "ssm (a pool another environment publishes), issuer (not Cognito; http only).")
    private Optional<String> identity = Optional.empty();

    @Option(
            names = "--sign-in",
            paramLabel = "WHAT",
            description =
                    "What people sign in with: email, phone or username. Fixed once the pool exists. Default: email.")
    private Optional<String> signIn = Optional.empty();

    @Option(
            names = "--domain-prefix",
            paramLabel = "PREFIX",
            description = "Domain prefix of the user pool's token endpoint.")
    private Optional<String> domainPrefix = Optional.empty();

    @Option(names = "--pool-id", paramLabel = "ID", description = "The pool, with --identity existing.")
    private Optional<String> poolId = Optional.empty();

    @Option(
            names = "--ssm-prefix",
            paramLabel = "PATH",
            description = "SSM parameter path: read from with --identity ssm, else published to.")
    private Optional<String> ssmPrefix = Optional.empty();

    @Option(names = "--issuer", paramLabel = "URL", description = "The issuer, with --identity issuer.")
    private Optional<String> issuer = Optional.empty();

    @Option(names = "--audience", paramLabel = "WHOM", description = "Audience of the issuer's tokens.")
    private Optional<String> audience = Optional.empty();

    @Option(
            names = "--function",
            paramLabel = "FUNCTION",
            description =
                    "NAME=node or NAME=python: from lambdas/NAME, with starter code if the folder does not exist; "
                            + "NAME=existing:LAMBDA. Can be repeated. Default: api=node.")
    private List<String> functions = new ArrayList<>();

    @Option(
            names = "--route",
            paramLabel = "ROUTE",
            description =
                    "'GET /books', 'GET /books = books/read', 'GET /health = anonymous: REASON'; ' -> FUNCTION' at "
                            + "the end picks another function than the first. Can be repeated.")
    private List<String> routes = new ArrayList<>();

    @Option(
            names = "--from-openapi",
            paramLabel = "FILE",
            description = "Take routes, scopes and clients from an OpenAPI 3.0 or 3.1 document, JSON or YAML.")
    private Optional<Path> openApi = Optional.empty();

    @Option(names = "--zone", paramLabel = "ZONE", description = "Public Route 53 hosted zone, for custom domains.")
    private Optional<String> zone = Optional.empty();

    @Option(names = "--api-domain", paramLabel = "NAME", description = "Custom domain of the API.")
    private Optional<String> apiDomain = Optional.empty();

    @Option(names = "--auth-domain", paramLabel = "NAME", description = "Custom domain of the token endpoint.")
    private Optional<String> authDomain = Optional.empty();

    @Option(
            names = "--account-role",
            paramLabel = "yes|no",
            description = "Create the account-wide role for API Gateway logs; rest only. Default: yes.")
    private Optional<String> accountRole = Optional.empty();

    InitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        NewEnvironment beginning = new NewEnvironment(tollgate.project(), TollgateCommand.today());
        Questions questions = new Questions(terminal);
        String id = questions.one(
                "NAME", environment, "the environment's name", Optional.empty(), answer -> Optional.empty());
        beginning.requireFree(id);
        Answers answers = new InitAnswers(this, questions).to(id);
        DraftEnvironment draft = beginning.draft(answers);
        if (draft.blocks()) {
            new FindingsPrinter(terminal).print(draft.findings(), Severity.WARNING);
            terminal.err().println("nothing was written: the answers do not make a valid environment");
            return ExitCode.USAGE;
        }
        answers.notes().forEach(note -> terminal.err().println("note: " + Text.printable(note)));
        List<String> ignored = beginning.newlyIgnored();
        beginning.write(draft).forEach(file -> terminal.out().println(Text.printable(String.valueOf(file))));
        if (!ignored.isEmpty()) {
            terminal.err().println("note: added to the existing `.gitignore`: " + String.join(", ", ignored));
        }
        terminal.err().println("next: tollgate synth -e " + id);
        return ExitCode.OK;
    }

    Optional<String> kind() {
        return kind;
    }

    Optional<String> name() {
        return name;
    }

    Optional<String> region() {
        return region;
    }

    Optional<String> identity() {
        return identity;
    }

    Optional<String> signIn() {
        return signIn;
    }

    Optional<String> domainPrefix() {
        return domainPrefix;
    }

    Optional<String> poolId() {
        return poolId;
    }

    Optional<String> ssmPrefix() {
        return ssmPrefix;
    }

    Optional<String> issuer() {
        return issuer;
    }

    Optional<String> audience() {
        return audience;
    }

    List<String> functions() {
        return List.copyOf(functions);
    }

    List<String> routes() {
        return List.copyOf(routes);
    }

    Optional<Path> openApi() {
        return openApi;
    }

    Optional<String> zone() {
        return zone;
    }

    Optional<String> apiDomain() {
        return apiDomain;
    }

    Optional<String> authDomain() {
        return authDomain;
    }

    Optional<String> accountRole() {
        return accountRole;
    }
}
