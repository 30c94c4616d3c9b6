package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.apigatewayv2_api.Apigatewayv2Api;
import com.hashicorp.cdktf.providers.aws.apigatewayv2_api.Apigatewayv2ApiCorsConfiguration;
import com.hashicorp.cdktf.providers.aws.apigatewayv2_api_mapping.Apigatewayv2ApiMapping;
import com.hashicorp.cdktf.providers.aws.apigatewayv2_authorizer.Apigatewayv2Authorizer;
import com.hashicorp.cdktf.providers.aws.apigatewayv2_authorizer.Apigatewayv2AuthorizerJwtConfiguration;
import com.hashicorp.cdktf.providers.aws.apigatewayv2_domain_name.Apigatewayv2DomainName;
import com.hashicorp.cdktf.providers.aws.apigatewayv2_domain_name.Apigatewayv2DomainNameDomainNameConfiguration;
import com.hashicorp.cdktf.providers.aws.apigatewayv2_integration.Apigatewayv2Integration;
import com.hashicorp.cdktf.providers.aws.apigatewayv2_route.Apigatewayv2Route;
import com.hashicorp.cdktf.providers.aws.apigatewayv2_stage.Apigatewayv2Stage;
import com.hashicorp.cdktf.providers.aws.apigatewayv2_stage.Apigatewayv2StageAccessLogSettings;
import com.hashicorp.cdktf.providers.aws.apigatewayv2_stage.Apigatewayv2StageDefaultRouteSettings;
import dev.tollgate.model.Authorization;
import dev.tollgate.model.Cors;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Route;
import dev.tollgate.model.RouteKey;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.constructs.Construct;

/** An HTTP API: JWT authorizer, routes, and a stage that deploys by itself. */
final class HttpApi extends Construct {

    private static final List<String> LOG_FIELDS = List.of(
            "requestId", "$context.requestId",
            "ip", "$context.identity.sourceIp",
            "requestTime", "$context.requestTime",
            "routeKey", "$context.routeKey",
            "status", "$context.status",
            "protocol", "$context.protocol",
            "responseLength", "$context.responseLength",
            "responseLatency", "$context.responseLatency",
            "errorMessage", "$context.error.message",
            "errorType", "$context.error.responseType",
            "authorizerError", "$context.authorizer.error",
            "clientId", "$context.authorizer.claims.client_id",
            "integrationStatus", "$context.integration.status",
            "integrationError", "$context.integrationErrorMessage");

    private final Environment environment;
    private final AddressSpaces spaces;
    private final Address api;
    private final String apiId;
    private final String stageName;

    HttpApi(
            Construct scope,
            String id,
            Environment environment,
            AddressSpaces spaces,
            Compute compute,
            Optional<Pool> pool,
            Optional<Identity> identity,
            Domains domains) {
        super(scope, id);
        this.environment = environment;
        this.spaces = spaces;
        this.api = Address.of(Apigatewayv2Api.TF_RESOURCE_TYPE, "api", api());
        this.apiId = api.attribute("id");
        String executionArn = api.attribute("execution_arn");
        Optional<String> authorizer = authorizer(pool, identity);
        SortedMap<String, String> integrations = new TreeMap<>();
        for (Route route : environment.routes()) {
            Callable function = compute.callable(route.function());
            String integration = integrations.computeIfAbsent(route.function(), name -> integration(name, function));
            route(route, integration, authorizer);
            Api.permission(spaces, environment, route, function, executionArn, "*");
        }
        Apigatewayv2Stage stage = stage();
        stageName = stage.getName();
        environment.apiDomain().ifPresent(name -> domain(name, stage, domains));
    }

    private Apigatewayv2Api api() {
        Apigatewayv2Api.Builder builder = Apigatewayv2Api.Builder.create(this, "api")
                .name(Late.text("name"))
                .description(Late.text("description"))
                .protocolType("HTTP")
                .disableExecuteApiEndpoint(environment.apiDomain().isPresent());
        environment.cors().ifPresent(cors -> builder.corsConfiguration(cors(cors)));
        return builder.build();
    }

    private static Apigatewayv2ApiCorsConfiguration cors(Cors cors) {
        Apigatewayv2ApiCorsConfiguration.Builder builder = Apigatewayv2ApiCorsConfiguration.builder()
                .allowOrigins(cors.allowOrigins())
                .allowMethods(cors.allowMethods())
                .allowCredentials(cors.allowCredentials())
                .maxAge(cors.maxAgeSeconds());
        if (!cors.allowHeaders().isEmpty()) {
            builder.allowHeaders(cors.allowHeaders());
        }
        if (!cors.exposeHeaders().isEmpty()) {
            builder.exposeHeaders(cors.exposeHeaders());
        }
        return builder.build();
    }

    /** The environment's clients are the audience: a token of another client of the pool does not pass. */
    private Optional<String> authorizer(Optional<Pool> pool, Optional<Identity> identity) {
        if (environment.routes().stream().noneMatch(Route::isSecured)) {
            return Optional.empty();
        }
        boolean external = environment.authorizer().external().isPresent();
        Apigatewayv2AuthorizerJwtConfiguration jwt = external
                ? Apigatewayv2AuthorizerJwtConfiguration.builder()
                        .issuer(Hcl.literal(environment
                                .authorizer()
                                .external()
                                .orElseThrow()
                                .issuer()))
                        .audience(Late.texts("authorizer", "audience"))
                        .build()
                : Apigatewayv2AuthorizerJwtConfiguration.builder()
                        .issuer(pool.orElseThrow().issuer())
                        .audience(identity.orElseThrow().clients().values().stream()
                                .map(client -> client.getId())
                                .toList())
                        .build();
        String name = external ? "jwt" : "cognito";
        Address address = Address.of(
                Apigatewayv2Authorizer.TF_RESOURCE_TYPE,
                name,
                Apigatewayv2Authorizer.Builder.create(this, "authorizer")
                        .name(Late.textOr("\"" + name + "\"", "authorizer", "name"))
                        .apiId(apiId)
                        .authorizerType("JWT")
                        .identitySources(List.of("$request.header.Authorization"))
                        .jwtConfiguration(jwt)
                        .build());
        return Optional.of(address.attribute("id"));
    }

    private String integration(String function, Callable callable) {
        return Address.of(
                        Apigatewayv2Integration.TF_RESOURCE_TYPE,
                        Names.id(function),
                        Apigatewayv2Integration.Builder.create(this, "integration-" + function)
                                .apiId(apiId)
                                .integrationType("AWS_PROXY")
                                .connectionType("INTERNET")
                                .integrationMethod("POST")
                                .integrationUri(callable.invokeArn())
                                .payloadFormatVersion("2.0")
                                .build())
                .attribute("id");
    }

    private void route(Route route, String integration, Optional<String> authorizer) {
        Apigatewayv2Route.Builder builder = Apigatewayv2Route.Builder.create(
                        spaces.of(Apigatewayv2Route.class), route.key().id())
                .apiId(apiId)
                .routeKey(route.key().toString())
                .target("integrations/" + integration);
        if (route.isSecured()) {
            builder.authorizationType("JWT").authorizerId(authorizer.orElseThrow());
        } else {
            builder.authorizationType("NONE");
        }
        if (route.authorization() instanceof Authorization.Scoped scoped) {
            builder.authorizationScopes(
                    scoped.scopes().stream().map(Hcl::literal).toList());
        }
        builder.build();
    }

    private Apigatewayv2Stage stage() {
        Apigatewayv2StageDefaultRouteSettings.Builder settings = Apigatewayv2StageDefaultRouteSettings.builder()
                .detailedMetricsEnabled(Late.value("access_log", "metrics"));
        if (environment.throttled()) {
            settings.throttlingRateLimit(Late.number("throttle", "rate"))
                    .throttlingBurstLimit(Late.number("throttle", "burst"));
        }
        return Address.named(
                "api",
                Apigatewayv2Stage.Builder.create(this, "stage")
                        .apiId(apiId)
                        .name(environment.stage())
                        .autoDeploy(true)
                        .accessLogSettings(Apigatewayv2StageAccessLogSettings.builder()
                                .destinationArn(Api.accessLog(this).getArn())
                                .format(Api.logFormat(LOG_FIELDS))
                                .build())
                        .defaultRouteSettings(settings.build())
                        .build());
    }

    private void domain(String name, Apigatewayv2Stage stage, Domains domains) {
        Apigatewayv2DomainName domain = Address.named(
                "api",
                Apigatewayv2DomainName.Builder.create(this, "domain")
                        .domainName(name)
                        .domainNameConfiguration(Apigatewayv2DomainNameDomainNameConfiguration.builder()
                                .certificateArn(domains.apiCertificate())
                                .endpointType("REGIONAL")
                                .securityPolicy("TLS_1_2")
                                .build())
                        .build());
        Address.named(
                "api",
                Apigatewayv2ApiMapping.Builder.create(this, "mapping")
                        .apiId(apiId)
                        .domainName(domain.getId())
                        .stage(stage.getId())
                        .build());
        domains.apiRecord(
                name,
                domain.getDomainNameConfiguration().getTargetDomainName(),
                domain.getDomainNameConfiguration().getHostedZoneId());
    }

    /** Where the API is called, without a slash at its end. */
    String baseUrl() {
        return environment
                .apiDomain()
                .map(name -> "https://" + name)
                .orElseGet(() -> environment.stage().equals(RouteKey.DEFAULT)
                        ? api.attribute("api_endpoint")
                        : api.attribute("api_endpoint") + "/" + stageName);
    }
}
