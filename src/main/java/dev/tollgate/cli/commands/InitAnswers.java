package dev.tollgate.cli.commands;

import dev.tollgate.cli.text.Questions;
import dev.tollgate.finding.UserError;
import dev.tollgate.init.Answers;
import dev.tollgate.init.Callers;
import dev.tollgate.init.Client;
import dev.tollgate.init.Domain;
import dev.tollgate.init.EnvironmentText;
import dev.tollgate.init.Function;
import dev.tollgate.init.Language;
import dev.tollgate.init.RouteAnswer;
import dev.tollgate.init.Spread;
import dev.tollgate.init.TokenSource;
import dev.tollgate.init.openapi.Imported;
import dev.tollgate.init.openapi.OpenApiImport;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Authorization;
import dev.tollgate.model.Route;
import dev.tollgate.schema.AuthorizerKeys;
import dev.tollgate.schema.CustomDomainKeys;
import dev.tollgate.schema.EnvironmentKeys;
import dev.tollgate.schema.FunctionKeys;
import dev.tollgate.schema.UserPoolKeys;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** Puts the questions of {@code tollgate init}, each where the answers before it call for it. */
final class InitAnswers {

    private static final String EXISTING = "existing:";

    private final InitCommand flags;
    private final Questions questions;

    InitAnswers(InitCommand flags, Questions questions) {
        this.flags = flags;
        this.questions = questions;
    }

    Answers to(String id) {
        ApiKind kind = ApiKind.of(questions.one(
                "--kind",
                flags.kind(),
                "kind of API: rest, http or none",
                Optional.empty(),
                among(Arrays.stream(ApiKind.values()).map(ApiKind::word).toArray(String[]::new))));
        String name = questions.one(
                "--name",
                flags.name(),
                "prefix of every name",
                Optional.of(id)
                        .filter(text -> EnvironmentKeys.NAME.problem(text).isEmpty()),
                EnvironmentKeys.NAME::problem);
        String region =
                questions.one("--region", flags.region(), "region", Optional.empty(), EnvironmentKeys.REGION::problem);
        requireDocumentFits(kind);
        String who = who(kind);
        Optional<String> signIn = signIn(who);
        List<Function> functions = kind == ApiKind.NONE ? noFunctions() : functions();
        Optional<Imported> imported = flags.openApi()
                .map(file -> imported(file, kind, name, functions.get(0).id()));
        Spread spread = Spread.of(
                functions, imported.map(Imported::routes).orElseGet(() -> routes(kind, who, name, functions)));
        List<Route> routes = spread.routes();
        Callers callers = imported.filter(one -> !who.equals("issuer"))
                .map(one -> new Callers(one.scopes(), one.clients()))
                .orElseGet(() -> callers(who, routes, name));
        Optional<Domain> domain = domain(kind, who);
        boolean endpoint = callers.clients().stream().anyMatch(client -> client.flow() != Client.Flow.PASSWORD);
        TokenSource identity = identity(
                kind,
                who,
                id,
                name,
                signIn,
                endpoint && domain.flatMap(Domain::auth).isEmpty());
        return new Answers(
                id,
                name,
                kind,
                region,
                kind == ApiKind.REST && accountRole(),
                identity,
                callers.scopes(),
                callers.clients(),
                spread.functions(),
                routes,
                imported.map(Imported::about).orElseGet(TreeMap::new),
                domain,
                List.of(),
                flags.openApi().map(InitAnswers::fileName),
                imported.map(Imported::notes).orElse(List.of()));
    }

    private void requireDocumentFits(ApiKind kind) {
        if (flags.openApi().isPresent()
                && (kind == ApiKind.NONE || !flags.routes().isEmpty())) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "`--from-openapi` excludes `--kind none` and `--route`: the document has the routes",
                    "remove one of them");
        }
    }

    private String who(ApiKind kind) {
        List<String> words = kind == ApiKind.HTTP
                ? List.of("machine", "people", "passwords", "existing", "ssm", "issuer")
                : List.of("machine", "people", "passwords", "existing", "ssm");
        return questions.one(
                "--identity",
                flags.identity(),
                "who calls: machine (clients with a secret), people (on the user pool's pages), passwords (people, in your own pages), or tokens from an existing pool:"
                        + " existing (by id), ssm (published by another environment)"
                        + (kind == ApiKind.HTTP ? ", issuer (not Cognito)" : ""),
                flags.openApi().map(file -> "machine"),
                among(words.toArray(String[]::new)));
    }

    private List<Function> noFunctions() {
        if (!flags.functions().isEmpty() || !flags.routes().isEmpty()) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "an environment without an API has neither functions nor routes",
                    "leave out `--function` and `--route`, or choose `--kind rest` or `--kind http`");
        }
        return List.of();
    }

    private List<Function> functions() {
        List<String> answers = questions.several(
                "--function",
                flags.functions(),
                "a function: NAME=node or NAME=python for a starter, NAME=existing:LAMBDA for an existing one;"
                        + " an empty line for `api=node`",
                InitAnswers::functionProblem);
        return answers.isEmpty()
                ? List.of(Function.Source.of("api", Language.NODE))
                : answers.stream().map(InitAnswers::function).toList();
    }

    private static Optional<String> functionProblem(String answer) {
        String[] parts = answer.split("=", 2);
        boolean known = parts.length == 2
                && EnvironmentKeys.FUNCTIONS.nameProblem(parts[0]).isEmpty()
                && (parts[1].startsWith(EXISTING)
                        ? FunctionKeys.EXISTING
                                .problem(parts[1].substring(EXISTING.length()))
                                .isEmpty()
                        : Arrays.stream(Language.values())
                                .anyMatch(language -> language.word().equals(parts[1])));
        return known ? Optional.empty() : Optional.of("NAME=node, NAME=python or NAME=existing:LAMBDA");
    }

    private static Function function(String answer) {
        String id = answer.substring(0, answer.indexOf('='));
        String from = answer.substring(answer.indexOf('=') + 1);
        return from.startsWith(EXISTING)
                ? new Function.Existing(id, from.substring(EXISTING.length()))
                : Function.Source.of(id, Language.valueOf(from.toUpperCase(Locale.ROOT)));
    }

    private List<Route> routes(ApiKind kind, String who, String name, List<Function> functions) {
        if (kind == ApiKind.NONE) {
            return List.of();
        }
        boolean scoped = !List.of("people", "passwords", "issuer").contains(who);
        Authorization otherwise =
                scoped ? new Authorization.Scoped(List.of(name + "/all")) : new Authorization.Authenticated();
        List<String> answers = questions.several(
                "--route",
                flags.routes(),
                "a route: `GET /books` (" + (scoped ? "requires the scope `" + name + "/all`" : "requires a token")
                        + "), `GET /books = books/read`, `GET /health = anonymous: REASON`; ` -> FUNCTION` at its end",
                answer -> RouteAnswer.problem(answer, functions)
                        .or(() -> scopeProblem(RouteAnswer.of(answer, functions, otherwise), who)));
        if (answers.isEmpty()) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "`--route` is missing: an API has at least one route",
                    "add `--route 'GET /books'`, or `--from-openapi FILE`");
        }
        return answers.stream()
                .map(answer -> RouteAnswer.of(answer, functions, otherwise))
                .toList();
    }

    private static Optional<String> scopeProblem(Route route, String who) {
        return who.equals("passwords") && !route.authorization().scopes().isEmpty()
                ? Optional.of(
                        "without scopes: no client can obtain one with a password; scopes are for `machine` and `people`")
                : Optional.empty();
    }

    private static Callers callers(String who, List<Route> routes, String name) {
        if (who.equals("issuer")) {
            return Callers.none();
        }
        return switch (who) {
            case "people" -> Callers.people(routes);
            case "passwords" -> Callers.passwords();
            default -> Callers.machine(routes, name + "/all");
        };
    }

    /** Asked before all that can be changed later. */
    private Optional<String> signIn(String who) {
        boolean asked = who.equals("people") || who.equals("passwords");
        if (!asked && flags.signIn().isPresent()) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "`--sign-in` is for `--identity people` and `--identity passwords`: nobody else signs in",
                    "remove it");
        }
        return asked
                ? Optional.of(questions.one(
                                "--sign-in",
                                flags.signIn(),
                                "what people sign in with: email, phone or username; it can never be changed",
                                Optional.of("email"),
                                among("email", "phone", "username")))
                        .map(what -> what.equals("phone") ? EnvironmentText.PHONE : what)
                : Optional.empty();
    }

    private TokenSource identity(
            ApiKind kind, String who, String id, String name, Optional<String> signIn, boolean needsPrefix) {
        if (who.equals("issuer")) {
            String issuer = questions.one(
                    "--issuer",
                    flags.issuer(),
                    "the issuer's address",
                    Optional.empty(),
                    AuthorizerKeys.ISSUER::problem);
            String audience = questions.one(
                    "--audience",
                    flags.audience(),
                    "who its tokens are meant for",
                    Optional.empty(),
                    any -> Optional.empty());
            return new TokenSource.External(issuer, Arrays.asList(audience.split("[\\s,]+", -1)));
        }
        if (who.equals("ssm")) {
            return new TokenSource.Published(questions.one(
                    "--ssm-prefix",
                    flags.ssmPrefix(),
                    "where it is published",
                    Optional.empty(),
                    UserPoolKeys.SSM_PREFIX::problem));
        }
        if (who.equals("existing")) {
            String pool = questions.one(
                    "--pool-id", flags.poolId(), "the pool's id", Optional.empty(), UserPoolKeys.ID::problem);
            Optional<String> prefix = questions.perhaps(
                    "--domain-prefix",
                    flags.domainPrefix(),
                    "the prefix of its domain, for the token endpoint's address",
                    UserPoolKeys.DOMAIN_PREFIX::problem);
            return new TokenSource.Existing(pool, prefix);
        }
        Optional<String> publish = kind == ApiKind.NONE
                ? Optional.of(questions.one(
                        "--ssm-prefix",
                        flags.ssmPrefix(),
                        "where other environments read the pool from",
                        Optional.of("/" + name),
                        UserPoolKeys.SSM_PREFIX::problem))
                : flags.ssmPrefix();
        return new TokenSource.Created(
                needsPrefix ? Optional.of(prefix(id, name)) : flags.domainPrefix(), publish, signIn);
    }

    private String prefix(String id, String name) {
        String both = id.startsWith(name) ? id : name.endsWith(id) ? name : name + "-" + id;
        String likely = both.toLowerCase(Locale.ROOT)
                .replaceAll("aws|amazon|cognito", "")
                .replaceAll("[_-]+", "-")
                .replaceAll("^-|-$", "");
        return questions.one(
                "--domain-prefix",
                flags.domainPrefix(),
                "host name of the token endpoint, PREFIX.auth.REGION.amazoncognito.com; unique in the region",
                Optional.of(likely)
                        .filter(text -> UserPoolKeys.DOMAIN_PREFIX.problem(text).isEmpty()),
                UserPoolKeys.DOMAIN_PREFIX::problem);
    }

    private Optional<Domain> domain(ApiKind kind, String who) {
        Optional<String> zone = questions.perhaps(
                "--zone",
                flags.zone(),
                "a public Route 53 zone, for custom domain names",
                CustomDomainKeys.ZONE::problem);
        if (zone.isEmpty()) {
            requireNoDomainFlag();
            return Optional.empty();
        }
        Optional<String> api = kind == ApiKind.NONE
                ? Optional.empty()
                : questions.perhaps("--api-domain", flags.apiDomain(), "the API's name", CustomDomainKeys.API::problem);
        boolean ownPool = List.of("machine", "people", "passwords").contains(who);
        Optional<String> auth = ownPool
                ? questions.perhaps(
                        "--auth-domain",
                        flags.authDomain(),
                        "the token endpoint's name",
                        CustomDomainKeys.AUTH::problem)
                : flags.authDomain();
        return Optional.of(new Domain(zone.get(), api, auth));
    }

    private void requireNoDomainFlag() {
        if (flags.apiDomain().isPresent() || flags.authDomain().isPresent()) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "`--zone` is missing: a domain name needs its public Route 53 zone",
                    "add `--zone example.com`");
        }
    }

    private boolean accountRole() {
        return questions
                .one(
                        "--account-role",
                        flags.accountRole(),
                        "create the account-wide role for API Gateway logs, one per account and region: yes or no",
                        Optional.of("yes"),
                        among("yes", "no"))
                .equals("yes");
    }

    private static Imported imported(Path file, ApiKind kind, String name, String function) {
        try {
            return OpenApiImport.of(fileName(file), bytes(file), kind, name, function);
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot read `" + file + "`: " + e.getMessage(),
                    "name an existing OpenAPI document",
                    e);
        }
    }

    /** One byte more than is read tells a document that is too large; a device may have no end. */
    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(OpenApiImport.MAX_BYTES + 1);
        }
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static Questions.Check among(String... words) {
        return answer -> Arrays.asList(words).contains(answer)
                ? Optional.empty()
                : Optional.of("one of " + String.join(", ", words));
    }
}
