package dev.tollgate.gateway.read;

import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.engine.GatewayApi;
import dev.tollgate.gateway.engine.GatewayResponse;
import dev.tollgate.gateway.engine.GatewayRoute;
import dev.tollgate.gateway.engine.HttpCors;
import dev.tollgate.surface.Access;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.Authorizer;
import dev.tollgate.surface.Gate;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The API to serve, out of its resources. What cannot be enforced here refuses to start. */
public final class ApiReader {

    private static final String REFUSAL_HEADER = "gatewayresponse.header.";

    private final Infrastructure infrastructure;
    private final LocalNames names;
    private final Api api;
    private final List<String> notes;
    private final GatewayAuthorizers authorizers;
    private final LocalTargets targets;
    private final LiteralHeaders headers;

    public ApiReader(Infrastructure infrastructure, LocalNames names, Api api, List<String> notes) {
        this.infrastructure = infrastructure;
        this.names = names;
        this.api = api;
        this.notes = notes;
        this.authorizers = new GatewayAuthorizers(names, api, notes);
        this.headers = new LiteralHeaders(infrastructure, names, notes);
        this.targets = new LocalTargets(infrastructure, names, api, headers, notes);
    }

    public GatewayApi read() {
        if (!api.certain()) {
            throw NotServed.because("not every route of `" + api.resource().address() + "` can be told");
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
                throttle(rest),
                closed(rest));
    }

    /** Why nobody reaches the stage, where nobody does. */
    private Optional<String> closed(boolean rest) {
        Resource stage = api.stages().get(0);
        Value deployment = stage.get("deployment_id");
        boolean deploys =
                !rest && infrastructure.resolve(stage.get("auto_deploy")).is("true");
        boolean deployed = deploys
                || names.text(deployment).isPresent()
                || infrastructure.follow(deployment) instanceof ReferenceTarget.To
                || infrastructure.resolve(deployment) instanceof Value.Unknown;
        if (!deployed) {
            return Optional.of("nothing is deployed to the stage: it has "
                    + (rest ? "no" : "neither `auto_deploy` nor a") + " `deployment_id`");
        }
        boolean shut = infrastructure
                .resolve(api.resource().get("disable_execute_api_endpoint"))
                .is("true");
        return shut && !isMapped(rest)
                ? Optional.of("the default endpoint is disabled, and no domain leads to the stage")
                : Optional.empty();
    }

    /** Whether a domain leads to the stage that is served. */
    private boolean isMapped(boolean rest) {
        return Stream.of("aws_api_gateway_base_path_mapping", "aws_apigatewayv2_api_mapping")
                .flatMap(type -> infrastructure.ofType(type).stream())
                .filter(mapping -> names.referent(mapping.get("api_id"))
                                .equals(api.resource().address())
                        || names.text(mapping.get("api_id")).isPresent())
                .anyMatch(mapping -> Stream.of("stage_name", "stage")
                        .flatMap(name -> names.text(mapping.get(name)).stream())
                        .allMatch(name -> name.equals(stage(rest))));
    }

    private String stage(boolean rest) {
        List<String> stages = api.stages().stream()
                .flatMap(stage -> names.text(stage.get(rest ? "stage_name" : "name")).stream())
                .toList();
        if (stages.isEmpty()) {
            throw NotServed.because("`" + api.resource().address() + "` has no stage: nobody could call it");
        }
        if (stages.size() > 1) {
            notes.add("only the stage `" + stages.get(0) + "` is served, of " + stages.size());
        }
        return stages.get(0);
    }

    private GatewayRoute route(ApiRoute route) {
        if (route.apiKey()) {
            throw NotServed.because("`" + route.key() + "` requires an API key, which is not enforced here");
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
            return new GatewayRoute(
                    route.method(), route.path(), Optional.empty(), List.of(), targets.of(route), required(route));
        }

        @Override
        public GatewayRoute token(Access.Token access) {
            Authorizer authorizer = access.authorizer().orElseThrow(() -> unknown("its authorizer does not exist"));
            if (!access.scopes().certain()) {
                throw unknown("its scopes are not all known");
            }
            return new GatewayRoute(
                    route.method(),
                    route.path(),
                    Optional.of(authorizers.read(authorizer)),
                    List.copyOf(access.scopes().names()),
                    targets.of(route),
                    required(route));
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
            return NotServed.because(
                    "`" + route.key() + "` " + Gate.of(api, route).demand().clause() + ", which is not enforced here");
        }

        private UserError unknown(String because) {
            return NotServed.because("it is not known who may call `" + route.key() + "`: " + because);
        }
    }

    /** Parameters that the method's request validator asks for. */
    private List<String> required(ApiRoute route) {
        Value parameters = infrastructure.resolve(route.resource().get("request_parameters"));
        boolean validated =
                infrastructure.follow(route.resource().get("request_validator_id")) instanceof ReferenceTarget.To to
                        && infrastructure
                                .resolve(to.resource().get("validate_request_parameters"))
                                .is("true");
        if (!validated || !(parameters instanceof Value.Mapping mapping)) {
            return List.of();
        }
        return mapping.members().entrySet().stream()
                .filter(one -> infrastructure.resolve(one.getValue()).is("true"))
                .map(one -> one.getKey().replace("method.request.", ""))
                .filter(name -> name.startsWith("header.") || name.startsWith("querystring."))
                .toList();
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
            if (names.referent(response.get("rest_api_id"))
                    .equals(api.resource().address())) {
                found.put(
                        names.text(response.get("response_type")).orElse(""),
                        new GatewayResponse(
                                infrastructure
                                        .resolve(response.get("status_code"))
                                        .number()
                                        .map(Number::intValue),
                                headers.of(response.get("response_parameters"), REFUSAL_HEADER),
                                infrastructure
                                        .resolve(response.get("response_templates"))
                                        .get("application/json")
                                        .text()));
            }
        }
        return found;
    }

    /** A limit of 0 lets nobody in, and so does one that the block of an HTTP stage leaves out. */
    private Optional<GatewayApi.Throttle> throttle(boolean rest) {
        Value settings = rest ? methodSettings() : api.stages().get(0).get("default_route_settings");
        Optional<Double> rate = number(settings.get("throttling_rate_limit"));
        Optional<Double> burst = number(settings.get("throttling_burst_limit"));
        boolean written = !rest && !infrastructure.resolve(settings).items().isEmpty();
        if (written && (rate.isEmpty() || burst.isEmpty())) {
            notes.add("`default_route_settings` without both limits means 0: nobody is let in");
        }
        if (rate.isEmpty() && burst.isEmpty() && !written) {
            return Optional.empty();
        }
        double unset = rest ? Integer.MAX_VALUE : 0;
        return Optional.of(
                new GatewayApi.Throttle(rate.orElse(unset), burst.orElse(unset).intValue()));
    }

    private Value methodSettings() {
        return infrastructure.ofType("aws_api_gateway_method_settings").stream()
                .filter(one -> names.referent(one.get("rest_api_id"))
                        .equals(api.resource().address()))
                .filter(one ->
                        names.text(one.get("method_path")).filter("*/*"::equals).isPresent())
                .map(one -> one.get("settings"))
                .findFirst()
                .orElse(Value.absent());
    }

    /** Below 0 a limit is off. */
    private Optional<Double> number(Value value) {
        return infrastructure.resolve(value).number().map(Number::doubleValue).filter(number -> number >= 0);
    }

    private List<String> texts(Value list) {
        return infrastructure.resolve(list).items().stream()
                .flatMap(item -> names.text(item).stream())
                .toList();
    }
}
