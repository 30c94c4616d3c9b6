package dev.tollgate.init;

import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Authorization;
import dev.tollgate.model.Definition;
import dev.tollgate.model.Route;
import dev.tollgate.model.Scope;
import dev.tollgate.schema.AccessLogKeys;
import dev.tollgate.schema.AuthorizerKeys;
import dev.tollgate.schema.ClientKeys;
import dev.tollgate.schema.CustomDomainKeys;
import dev.tollgate.schema.EnvironmentKeys;
import dev.tollgate.schema.FunctionKeys;
import dev.tollgate.schema.Literal;
import dev.tollgate.schema.ResourceServerKeys;
import dev.tollgate.schema.RouteKeys;
import dev.tollgate.schema.SuppressKeys;
import dev.tollgate.schema.ThrottleKeys;
import dev.tollgate.schema.UserPoolKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Answers as the text of an environment file, formatted as {@code terraform fmt} does, with a comment where one helps.
 */
public final class EnvironmentText {

    /** The attribute of who signs in with a phone number. */
    public static final String PHONE = "phone_number";

    private final Answers answers;
    private final Paragraphs text = new Paragraphs();

    private EnvironmentText(Answers answers) {
        this.answers = answers;
    }

    /** The file that {@code answers} come to. */
    public static String of(Answers answers) {
        return new EnvironmentText(answers).written();
    }

    private String written() {
        head();
        identity();
        resourceServers();
        clients();
        functions();
        routes();
        if (answers.kind() != ApiKind.NONE) {
            limits();
        }
        domain();
        if (answers.kind() == ApiKind.REST) {
            logs();
        }
        accepted();
        return text.toString();
    }

    private void head() {
        text.comment("The environment `" + answers.id() + "`, begun by `tollgate init`; yours from here on.");
        text.comment(
                "`tollgate validate -e " + answers.id() + "` checks it; docs/environment-file.md lists every key.");
        for (String note : answers.notes()) {
            text.comment("NOTE: " + note);
        }
        Map<String, String> head = new LinkedHashMap<>();
        head.put(EnvironmentKeys.NAME.word(), Literal.of(answers.name()));
        head.put(EnvironmentKeys.REGION.word(), Literal.of(answers.region()));
        head.put(EnvironmentKeys.API_TYPE.word(), Literal.of(answers.kind().word()));
        if (answers.kind() == ApiKind.REST) {
            head.put(EnvironmentKeys.DEFINITION.word(), Literal.of(Definition.OPENAPI.word()));
        }
        text.assignments(head);
    }

    private void identity() {
        if (answers.identity() instanceof TokenSource.External external) {
            text.paragraph("Tokens of an OpenID Connect issuer that is not Cognito, meant for this audience.");
            Map<String, String> authorizer = new LinkedHashMap<>();
            authorizer.put(AuthorizerKeys.ISSUER.word(), Literal.of(external.issuer()));
            authorizer.put(AuthorizerKeys.AUDIENCE.word(), Literal.list(external.audience()));
            text.block(EnvironmentKeys.AUTHORIZER.word(), authorizer);
            return;
        }
        Map<String, String> pool = new LinkedHashMap<>();
        if (answers.identity() instanceof TokenSource.Existing existing) {
            text.paragraph("The user pool exists and stays as it is; scopes and clients are added to it.");
            pool.put(UserPoolKeys.SOURCE.word(), Literal.of("existing"));
            pool.put(UserPoolKeys.ID.word(), Literal.of(existing.poolId()));
            existing.domainPrefix()
                    .ifPresent(prefix -> pool.put(UserPoolKeys.DOMAIN_PREFIX.word(), Literal.of(prefix)));
        } else if (answers.identity() instanceof TokenSource.Published published) {
            text.paragraph("The user pool is another environment's, which publishes it in SSM.");
            pool.put(UserPoolKeys.SOURCE.word(), Literal.of("ssm"));
            pool.put(UserPoolKeys.SSM_PREFIX.word(), Literal.of(published.prefix()));
        } else {
            TokenSource.Created created = (TokenSource.Created) answers.identity();
            text.paragraph("Who issues the tokens: a user pool of this environment's own, protected against deletion");
            text.comment("unless `deletion_protection = false` says otherwise.");
            created.publishedAt().ifPresent(prefix -> pool.put(UserPoolKeys.SSM_PREFIX.word(), Literal.of(prefix)));
            created.domainPrefix().ifPresent(prefix -> pool.put(UserPoolKeys.DOMAIN_PREFIX.word(), Literal.of(prefix)));
            created.signIn().ifPresent(attribute -> {
                text.comment(
                        "What people sign in with is fixed once the pool is made. Who may sign up: `self_sign_up`.");
                pool.put(UserPoolKeys.SIGN_IN.word(), Literal.list(List.of(attribute)));
                if (attribute.equals(PHONE)) {
                    text.comment("Text messages with codes cost, and a new account sends to few numbers:");
                    text.comment(
                            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-sms-settings.html");
                    pool.put(UserPoolKeys.SMS.word(), "{}");
                }
            });
            if (answers.clients().stream().anyMatch(client -> client.flow() != Client.Flow.CLIENT_CREDENTIALS)) {
                pool.put(UserPoolKeys.MFA.word(), Literal.of("OPTIONAL"));
            }
        }
        text.block(EnvironmentKeys.USER_POOL.word(), pool);
    }

    private void resourceServers() {
        SortedMap<String, SortedMap<String, String>> servers = new TreeMap<>();
        answers.scopes().forEach((scope, description) -> servers.computeIfAbsent(
                        Scope.resourceServer(scope), server -> new TreeMap<>())
                .put(scope.substring(scope.lastIndexOf('/') + 1), description));
        if (servers.isEmpty()) {
            return;
        }
        text.paragraph("What scopes there are. A client asks for `<resource server>/<scope>`.");
        text.open(EnvironmentKeys.RESOURCE_SERVERS.word());
        servers.forEach((server, scopes) -> {
            Map<String, String> descriptions = new LinkedHashMap<>();
            scopes.forEach((scope, description) -> descriptions.put(Literal.key(scope), Literal.of(description)));
            text.open(Literal.key(server))
                    .block(ResourceServerKeys.SCOPES.word(), descriptions)
                    .close();
        });
        text.close();
    }

    private void clients() {
        if (answers.clients().isEmpty()) {
            return;
        }
        text.paragraph("Who may ask for tokens.");
        text.open(EnvironmentKeys.CLIENTS.word());
        for (Client client : answers.clients()) {
            Map<String, String> attributes = new LinkedHashMap<>();
            if (client.flow() == Client.Flow.PASSWORD) {
                attributes.put(
                        ClientKeys.AUTH_FLOWS.word(),
                        Literal.list(List.of("USER_PASSWORD", "USER_SRP", "REFRESH_TOKEN")));
            } else if (client.flow() == Client.Flow.CODE) {
                attributes.put(ClientKeys.OAUTH_FLOWS.word(), Literal.list(List.of("code")));
                attributes.put(ClientKeys.SCOPES.word(), Literal.list(client.scopes()));
                text.comment("The address to return to is for trying it out; write the application's own.");
                attributes.put(
                        ClientKeys.CALLBACK_URLS.word(), Literal.list(List.of("http://localhost:3000/callback")));
            } else {
                attributes.put(ClientKeys.OAUTH_FLOWS.word(), Literal.list(List.of("client_credentials")));
                attributes.put(ClientKeys.SCOPES.word(), Literal.list(client.scopes()));
            }
            text.block(Literal.key(client.id()), attributes);
        }
        text.close();
    }

    private void functions() {
        if (answers.functions().isEmpty()) {
            return;
        }
        text.paragraph("What answers.");
        text.open(EnvironmentKeys.FUNCTIONS.word());
        for (Function function : answers.functions()) {
            Map<String, String> attributes = new LinkedHashMap<>();
            if (function instanceof Function.Existing existing) {
                attributes.put(FunctionKeys.EXISTING.word(), Literal.of(existing.functionName()));
            } else {
                Function.Source source = (Function.Source) function;
                attributes.put(FunctionKeys.SOURCE.word(), Literal.of(source.folder()));
                attributes.put(
                        FunctionKeys.HANDLER.word(),
                        Literal.of(source.language().handler()));
                attributes.put(
                        FunctionKeys.RUNTIME.word(),
                        Literal.of(source.language().runtime()));
            }
            text.block(Literal.key(function.id()), attributes);
        }
        text.close();
    }

    private void routes() {
        if (answers.routes().isEmpty()) {
            return;
        }
        text.paragraph(
                "What the API answers. A route without `scopes` and without `anonymous` requires an authenticated caller.");
        text.open(EnvironmentKeys.ROUTES.word());
        Map<String, String> routes = new LinkedHashMap<>();
        for (Route route : answers.routes()) {
            String key = route.key().toString();
            if (answers.about().containsKey(key)) {
                text.assignments(routes);
                routes.clear();
                text.comment(String.valueOf(answers.about().get(key)));
            }
            routes.put(Literal.of(key), route(route));
        }
        text.assignments(routes).close();
    }

    private static String route(Route route) {
        return "{ " + route.target().match(function -> RouteKeys.FUNCTION + " = " + Literal.of(function.id()))
                + route.authorization().match(new Required()) + " }";
    }

    /** What a route requires, as the attributes that say so. */
    private static final class Required implements Authorization.Cases<String> {

        @Override
        public String anonymous(Authorization.Anonymous anonymous) {
            return ", " + RouteKeys.ANONYMOUS + " = " + Literal.of(anonymous.reason());
        }

        @Override
        public String authenticated(Authorization.Authenticated authenticated) {
            return "";
        }

        @Override
        public String scoped(Authorization.Scoped scoped) {
            return ", " + RouteKeys.SCOPES + " = " + Literal.list(scoped.scopes());
        }
    }

    private void limits() {
        text.paragraph("How much each route takes; without it one caller can use up the account's limit.");
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(ThrottleKeys.RATE.word(), "100");
        attributes.put(ThrottleKeys.BURST.word(), "50");
        text.block(EnvironmentKeys.THROTTLE.word(), attributes);
    }

    private void domain() {
        if (answers.domain().isEmpty()) {
            return;
        }
        Domain domain = answers.domain().get();
        text.paragraph("Names of its own, in an existing public hosted zone.");
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(CustomDomainKeys.ZONE.word(), Literal.of(domain.zone()));
        domain.api().ifPresent(name -> attributes.put(CustomDomainKeys.API.word(), Literal.of(name)));
        domain.auth().ifPresent(name -> attributes.put(CustomDomainKeys.AUTH.word(), Literal.of(name)));
        if (domain.needsPlaceholder()) {
            text.comment(
                    "Cognito takes `auth` only when the name above it has an A record; the placeholder makes one.");
            text.comment("Where there is one: remove it, and suppress `auth-domain-parent-missing` with the reason.");
            attributes.put(CustomDomainKeys.APEX_PLACEHOLDER.word(), "true");
        }
        text.block(EnvironmentKeys.CUSTOM_DOMAIN.word(), attributes);
    }

    private void logs() {
        text.paragraph("A REST API writes its logs with one role for the account and region.");
        Map<String, String> attributes = new LinkedHashMap<>();
        text.comment(
                answers.accountRole()
                        ? "Created here; write `false` when another stack creates it."
                        : "It exists; write `true` to create it.");
        attributes.put(AccessLogKeys.ACCOUNT_ROLE.word(), String.valueOf(answers.accountRole()));
        text.block(EnvironmentKeys.ACCESS_LOG.word(), attributes);
    }

    private void accepted() {
        List<String> items = new ArrayList<>();
        answers.clients().stream()
                .filter(client -> client.flow() == Client.Flow.PASSWORD)
                .forEach(client -> items.add(accepted(
                        "unsafe-oauth-flow",
                        "clients." + client.id(),
                        "signs people in by password, as `tollgate serve` can; USER_SRP alone is safer")));
        answers.accepted().forEach(one -> items.add(accepted(one.rule(), one.subject(), one.reason())));
        if (items.isEmpty()) {
            return;
        }
        text.paragraph("Findings that are right here, and why; they stay visible.");
        text.list(EnvironmentKeys.SUPPRESS.word(), items);
    }

    private static String accepted(String rule, String subject, String reason) {
        Map<String, String> suppression = new LinkedHashMap<>();
        suppression.put(SuppressKeys.RULE.word(), rule);
        suppression.put(SuppressKeys.SUBJECT.word(), subject);
        suppression.put(SuppressKeys.REASON.word(), reason);
        return Literal.of(suppression) + ",";
    }
}
