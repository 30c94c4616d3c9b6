package dev.tollgate.gateway.read;

import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.engine.GatewayApi;
import dev.tollgate.gateway.engine.GatewayAuthorizer;
import dev.tollgate.gateway.engine.GatewayResponse;
import dev.tollgate.gateway.engine.GatewayRoute;
import dev.tollgate.gateway.engine.HttpCors;
import dev.tollgate.gateway.engine.LocalTarget;
import dev.tollgate.surface.Access;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.Authorizer;
import dev.tollgate.surface.Gate;
import dev.tollgate.surface.Integration;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The API to serve, out of its resources. What cannot be enforced here refuses to start. */
public final class ApiReader {

    private static final Pattern ORIGIN_LIST = Pattern.compile("#set\\(\\$origins = \\[([^]]*)]\\)");
    private static final String MOCK_HEADER = "method.response.header.";
    private static final String REFUSAL_HEADER = "gatewayresponse.header.";

    private final Infrastructure infrastructure;
    private final LocalNames names;
    private final Api api;
    private final List<String> notes;

    public ApiReader(Infrastructure infrastructure, LocalNames names, Api api, List<String> notes) {
        this.infrastructure = infrastructure;
        this.names = names;
        this.api = api;
        this.notes = notes;
    }

    public GatewayApi read() {
        if (!api.certain()) {
            throw refuse("not every route of `" + api.resource().address() + "` can be told");
        }
        boolean rest = api.kind() == Api.Kind.REST;
        return new GatewayApi(
                rest ? GatewayApi.Kind.REST : GatewayApi.Kind.HTTP,
                names.apiId(api.resource()),
                LocalNames.ACCOUNT,
                names.region(api.resource()),
                stage(rest),
                api.routes().stream().map(this::route).toList(),
                resources(),
                cors(),
                responses(),
                texts(api.resource().get("binary_media_types")),
                throttle(rest));
    }

    private String stage(boolean rest) {
        List<String> stages = api.stages().stream()
                .flatMap(stage -> names.text(stage.get(rest ? "stage_name" : "name")).stream())
                .toList();
        if (stages.isEmpty()) {
            throw refuse("`" + api.resource().address() + "` has no stage: nobody could call it");
        }
        if (stages.size() > 1) {
            notes.add("only the stage `" + stages.get(0) + "` is served, of " + stages.size());
        }
        return stages.get(0);
    }

    private GatewayRoute route(ApiRoute route) {
        if (route.apiKey()) {
            throw refuse("`" + route.key() + "` requires an API key, which is not enforced here");
        }
        return route.access().match(new Guarded(route));
    }

    /** The route with what lets callers in, for the kinds of access that are enforced here. */
    private final class Guarded implements Access.Cases<GatewayRoute> {

        private final ApiRoute route;

        private Guarded(ApiRoute route) {
            this.route = route;
        }

        @Override
        public GatewayRoute open(Access.Open access) {
            return new GatewayRoute(route.method(), route.path(), Optional.empty(), List.of(), target(route));
        }

        @Override
        public GatewayRoute token(Access.Token access) {
            Authorizer authorizer = access.authorizer().orElseThrow(() -> unknown("its authorizer is not there"));
            if (!access.scopes().certain()) {
                throw unknown("its scopes are not all known");
            }
            return new GatewayRoute(
                    route.method(),
                    route.path(),
                    Optional.of(authorizer(authorizer)),
                    List.copyOf(access.scopes().names()),
                    target(route));
        }

        @Override
        public GatewayRoute iam(Access.Iam access) {
            throw unenforced();
        }

        @Override
        public GatewayRoute custom(Access.Custom access) {
            throw unenforced();
        }

        @Override
        public GatewayRoute undecided(Access.Undecided access) {
            throw unknown(access.because());
        }

        private UserError unenforced() {
            return refuse(
                    "`" + route.key() + "` " + Gate.of(api, route).demand().clause() + ", which is not enforced here");
        }

        private UserError unknown(String because) {
            return refuse("nobody can tell who may call `" + route.key() + "`: " + because);
        }
    }

    private GatewayAuthorizer authorizer(Authorizer authorizer) {
        boolean rest = api.kind() == Api.Kind.REST;
        if (!authorizer.kind().match(new Enforced(rest))) {
            throw refuse("authorizer `" + authorizer.name() + "` is of a kind that is not enforced here");
        }
        SortedSet<String> audience = new TreeSet<>();
        for (Value client : authorizer.audience()) {
            audience.add(names.text(client)
                    .orElseThrow(() -> refuse("a client of authorizer `" + authorizer.name() + "` is not known")));
        }
        return new GatewayAuthorizer(
                authorizer.name(),
                source(authorizer),
                issuers(authorizer),
                audience,
                names.text(authorizer.resource().get("identity_validation_expression"))
                        .filter(text -> !text.isEmpty())
                        .map(this::pattern));
    }

    /** Whether an authorizer of an API of this kind is enforced here. */
    private record Enforced(boolean rest) implements Authorizer.Kind.Cases<Boolean> {

        @Override
        public Boolean cognito(Authorizer.Cognito kind) {
            return rest;
        }

        @Override
        public Boolean jwt(Authorizer.Jwt kind) {
            return !rest;
        }

        @Override
        public Boolean lambda(Authorizer.Lambda kind) {
            return false;
        }

        @Override
        public Boolean undecided(Authorizer.Undecided kind) {
            return false;
        }
    }

    private Pattern pattern(String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw refuse("`" + expression + "` is not a regular expression that an identity can be validated with");
        }
    }

    private GatewayAuthorizer.Source source(Authorizer authorizer) {
        List<String> written = authorizer.identitySource().items().stream()
                .flatMap(one -> names.text(one).stream())
                .toList();
        if (written.isEmpty()) {
            return new GatewayAuthorizer.Source("Authorization", false);
        }
        Matcher matcher = Pattern.compile("(?:method|\\$)\\.?request\\.(header|querystring)\\.(.+)")
                .matcher(written.get(0));
        if (written.size() > 1 || !matcher.matches()) {
            throw refuse(
                    "authorizer `" + authorizer.name() + "` reads its token from `" + String.join(", ", written) + "`");
        }
        return new GatewayAuthorizer.Source(matcher.group(2), matcher.group(1).equals("querystring"));
    }

    private SortedSet<String> issuers(Authorizer authorizer) {
        SortedSet<String> issuers = new TreeSet<>();
        authorizer
                .pools()
                .forEach(pool -> issuers.add(
                        "https://cognito-idp." + names.region(pool) + ".amazonaws.com/" + names.poolId(pool)));
        if (authorizer.certain()) {
            return issuers;
        }
        Optional<String> literal = authorizer.issuer().flatMap(names::text);
        if (literal.isPresent()) {
            issuers.add(literal.get());
        } else {
            String region = names.region(api.resource());
            issuers.add("https://cognito-idp." + region + ".amazonaws.com/" + names.elsewhereId(region));
            notes.add("the user pool of authorizer `" + authorizer.name()
                    + "` is made elsewhere: a pool of this machine stands in for it");
        }
        return issuers;
    }

    private LocalTarget target(ApiRoute route) {
        Integration integration = route.integration().orElseThrow(() -> refuse("`" + route.key() + "` calls nothing"));
        return integration.match(new Targets(route));
    }

    /** What answers a route, for the kinds of integration that are run here. */
    private final class Targets implements Integration.Cases<LocalTarget> {

        private final ApiRoute route;

        private Targets(ApiRoute route) {
            this.route = route;
        }

        @Override
        public LocalTarget lambda(Integration.Lambda integration) {
            return integration.proxied() ? function(route, integration) : unserved(integration);
        }

        @Override
        public LocalTarget url(Integration.Url integration) {
            return unserved(integration);
        }

        @Override
        public LocalTarget service(Integration.Service integration) {
            return unserved(integration);
        }

        @Override
        public LocalTarget mock(Integration.Mock integration) {
            return ApiReader.this.mock(route, integration);
        }

        @Override
        public LocalTarget undecided(Integration.Undecided integration) {
            return unserved(integration);
        }

        private LocalTarget unserved(Integration integration) {
            throw refuse("`" + route.key() + "` calls `" + integration.type() + "`, which is not run here");
        }
    }

    private LocalTarget function(ApiRoute route, Integration integration) {
        if (integration.function().isEmpty()) {
            String name = names.text(integration.uri()).orElse("a function");
            notes.add("`" + route.key() + "` calls a function that is made elsewhere: whoever is let in gets a 5xx");
            return new LocalTarget.Elsewhere(name);
        }
        boolean rest = api.kind() == Api.Kind.REST;
        long most = rest ? 29_000 : 30_000;
        long millis = infrastructure
                .resolve(integration.resource().get("timeout_milliseconds"))
                .number()
                .map(Number::longValue)
                .orElse(most);
        String payload = rest
                ? "1.0"
                : names.text(integration.resource().get("payload_format_version"))
                        .orElse("1.0");
        return new LocalTarget.Function(
                FunctionReader.name(names, integration.function().get()),
                payload,
                Duration.ofMillis(Math.min(millis, most)));
    }

    private LocalTarget mock(ApiRoute route, Integration integration) {
        Resource answer = infrastructure.ofType("aws_api_gateway_integration_response").stream()
                .filter(one -> names.text(one.get("http_method"))
                        .equals(names.text(integration.resource().get("http_method"))))
                .filter(one -> leads(one.get("resource_id"))
                        .equals(leads(integration.resource().get("resource_id"))))
                .findFirst()
                .orElseThrow(() -> refuse("`" + route.key() + "` is a mock without an answer"));
        SortedMap<String, String> headers = literals(answer.get("response_parameters"), MOCK_HEADER);
        List<String> origins = new ArrayList<>();
        Value templates = infrastructure.resolve(answer.get("response_templates"));
        String template = templates.get("application/json").text().orElse("");
        Matcher list = ORIGIN_LIST.matcher(template);
        if (list.find()) {
            Matcher each = Pattern.compile("'([^']*)'").matcher(list.group(1));
            while (each.find()) {
                origins.add(each.group(1));
            }
        } else if (!template.isBlank()) {
            throw refuse("the response template of `" + route.key() + "` is not run here");
        }
        int status = infrastructure
                .resolve(answer.get("status_code"))
                .number()
                .map(Number::intValue)
                .orElse(200);
        return new LocalTarget.Preflight(status, headers, origins);
    }

    private String leads(Value value) {
        return infrastructure.follow(value) instanceof ReferenceTarget.To to
                ? to.resource().address()
                : value.toString();
    }

    /** Headers whose value is a literal in single quotes. */
    private SortedMap<String, String> literals(Value parameters, String prefix) {
        SortedMap<String, String> found = new TreeMap<>();
        if (infrastructure.resolve(parameters) instanceof Value.Mapping mapping) {
            mapping.members().forEach((name, value) -> {
                String text = names.text(value).orElse("");
                boolean literal = text.length() > 1 && text.startsWith("'") && text.endsWith("'");
                if (name.startsWith(prefix) && literal) {
                    found.put(name.substring(prefix.length()), text.substring(1, text.length() - 1));
                } else {
                    notes.add("`" + name + "` of an answer is not a literal and is left out here");
                }
            });
        }
        return found;
    }

    private List<String> resources() {
        List<String> paths = new ArrayList<>(
                api.routes().stream().map(ApiRoute::path).distinct().toList());
        // A resource without a method answers too: that there is none.
        api.routes().forEach(route -> {
            for (int slash = route.path().lastIndexOf('/');
                    slash > 0;
                    slash = route.path().lastIndexOf('/', slash - 1)) {
                String parent = route.path().substring(0, slash);
                if (!paths.contains(parent)) {
                    paths.add(parent);
                }
            }
        });
        return paths;
    }

    private Optional<HttpCors> cors() {
        Value written = infrastructure.resolve(api.resource().get("cors_configuration"));
        if (written.items().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new HttpCors(
                texts(written.get("allow_origins")),
                texts(written.get("allow_methods")),
                texts(written.get("allow_headers")),
                texts(written.get("expose_headers")),
                written.get("max_age").number().map(Number::longValue).filter(seconds -> seconds > 0),
                written.get("allow_credentials").is("true")));
    }

    private SortedMap<String, GatewayResponse> responses() {
        SortedMap<String, GatewayResponse> found = new TreeMap<>();
        for (Resource response : infrastructure.ofType("aws_api_gateway_gateway_response")) {
            if (leads(response.get("rest_api_id")).equals(api.resource().address())) {
                found.put(
                        names.text(response.get("response_type")).orElse(""),
                        new GatewayResponse(
                                infrastructure
                                        .resolve(response.get("status_code"))
                                        .number()
                                        .map(Number::intValue),
                                literals(response.get("response_parameters"), REFUSAL_HEADER),
                                infrastructure
                                        .resolve(response.get("response_templates"))
                                        .get("application/json")
                                        .text()));
            }
        }
        return found;
    }

    private Optional<GatewayApi.Throttle> throttle(boolean rest) {
        Value settings = rest
                ? infrastructure.ofType("aws_api_gateway_method_settings").stream()
                        .filter(one -> leads(one.get("rest_api_id"))
                                .equals(api.resource().address()))
                        .filter(one -> names.text(one.get("method_path"))
                                .filter("*/*"::equals)
                                .isPresent())
                        .map(one -> one.get("settings"))
                        .findFirst()
                        .orElse(Value.absent())
                : api.stages().get(0).get("default_route_settings");
        Optional<Double> rate = number(settings.get("throttling_rate_limit"));
        Optional<Double> burst = number(settings.get("throttling_burst_limit"));
        return rate.flatMap(perSecond -> burst.map(atOnce -> new GatewayApi.Throttle(perSecond, atOnce.intValue())));
    }

    private Optional<Double> number(Value value) {
        return infrastructure.resolve(value).number().map(Number::doubleValue).filter(number -> number > 0);
    }

    private List<String> texts(Value list) {
        return infrastructure.resolve(list).items().stream()
                .flatMap(item -> names.text(item).stream())
                .toList();
    }

    private static UserError refuse(String what) {
        return new UserError(
                UserError.Exit.ENVIRONMENT,
                what,
                "what cannot be enforced here is not served: a local gateway that lets through proves nothing");
    }
}
