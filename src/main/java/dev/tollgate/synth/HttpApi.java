package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.apigatewayv2_api.Apigatewayv2ApiConfig;
import com.hashicorp.cdktf.providers.aws.apigatewayv2_api.Apigatewayv2ApiCorsConfiguration;
import com.hashicorp.cdktf.providers.aws.apigatewayv2_api_mapping.Apigatewayv2ApiMappingConfig;
import com.hashicorp.cdktf.providers.aws.apigatewayv2_authorizer.Apigatewayv2AuthorizerConfig;
import com.hashicorp.cdktf.providers.aws.apigatewayv2_authorizer.Apigatewayv2AuthorizerJwtConfiguration;
import com.hashicorp.cdktf.providers.aws.apigatewayv2_domain_name.Apigatewayv2DomainNameConfig;
import com.hashicorp.cdktf.providers.aws.apigatewayv2_domain_name.Apigatewayv2DomainNameDomainNameConfiguration;
import com.hashicorp.cdktf.providers.aws.apigatewayv2_integration.Apigatewayv2IntegrationConfig;
import com.hashicorp.cdktf.providers.aws.apigatewayv2_route.Apigatewayv2RouteConfig;
import com.hashicorp.cdktf.providers.aws.apigatewayv2_stage.Apigatewayv2StageAccessLogSettings;
import com.hashicorp.cdktf.providers.aws.apigatewayv2_stage.Apigatewayv2StageConfig;
import com.hashicorp.cdktf.providers.aws.apigatewayv2_stage.Apigatewayv2StageDefaultRouteSettings;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Cors;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Label;
import dev.tollgate.model.Route;
import dev.tollgate.model.RouteKey;
import dev.tollgate.model.Target;
import dev.tollgate.schema.AccessLogKeys;
import dev.tollgate.schema.AccountThrottle;
import dev.tollgate.schema.AuthorizerKeys;
import dev.tollgate.schema.EnvironmentKeys;
import dev.tollgate.schema.ThrottleKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An HTTP API: JWT authorizer, routes, and a stage that deploys by itself. */
final class HttpApi {

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

    private final Elements elements;
    private final Environment environment;
    private final Element api;
    private final String apiId;
    private final String stageName;

    HttpApi(
            Elements elements,
            Environment environment,
            Compute compute,
            Optional<Pool> pool,
            Optional<Identity> identity,
            Domains domains) {
        this.elements = elements;
        this.environment = environment;
        this.api = elements.add(KeyPath.of("api_type"), "api", api());
        this.apiId = api.attribute("id");
        Optional<String> authorizer = authorizer(pool, identity);
        Map<Target, Element> integrations = new HashMap<>();
        Permissions permissions =
                new Permissions(elements, environment, compute, api.attribute("execution_arn") + "/*");
        for (Route route : environment.routes()) {
            Element integration =
                    integrations.computeIfAbsent(route.target(), target -> integration(target, compute, permissions));
            permissions.of(route).ifPresent(permission -> integration.after(List.of(permission)));
            route(route, integration.attribute("id"), authorizer);
        }
        Element stage = stage();
        stageName = stage.attribute("name");
        environment.apiDomain().ifPresent(name -> domain(name, stage, domains));
    }

    private Apigatewayv2ApiConfig api() {
        Apigatewayv2ApiConfig.Builder builder = Apigatewayv2ApiConfig.builder()
                .name(Variable.of(EnvironmentKeys.NAME).text())
                .description(Variable.of(EnvironmentKeys.DESCRIPTION).text())
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

    /**
     * The environment's clients are the audience: a token of another client of the pool does not pass. It is the same
     * authorizer whoever issues the tokens, and it stays when the last route is opened, for one that routes refer to
     * cannot be deleted, and Terraform 1.11 deletes what leaves a file without waiting for them. Made before it is
     * deleted it would wait; but then a pool that is forgotten, and the clients that go with it, would be a cycle.
     */
    private Optional<String> authorizer(Optional<Pool> pool, Optional<Identity> identity) {
        boolean external = environment.authorizer().external().isPresent();
        if (!environment.hasCallers() && environment.routes().stream().noneMatch(Route::isSecured)) {
            return Optional.empty();
        }
        Apigatewayv2AuthorizerJwtConfiguration jwt = external
                ? Apigatewayv2AuthorizerJwtConfiguration.builder()
                        .issuer(Hcl.literal(environment
                                .authorizer()
                                .external()
                                .orElseThrow()
                                .issuer()))
                        .audience(Variable.of(EnvironmentKeys.AUTHORIZER, AuthorizerKeys.AUDIENCE)
                                .texts())
                        .build()
                : Apigatewayv2AuthorizerJwtConfiguration.builder()
                        .issuer(pool.orElseThrow().issuer())
                        .audience(identity.orElseThrow().clients().values().stream()
                                .map(client -> client.attribute("id"))
                                .toList())
                        .build();
        String name = external ? "jwt" : "cognito";
        Element authorizer = elements.add(
                KeyPath.of("authorizer"),
                "jwt",
                Apigatewayv2AuthorizerConfig.builder()
                        .name(Variable.of(EnvironmentKeys.AUTHORIZER, AuthorizerKeys.NAME)
                                .textOr("\"" + name + "\""))
                        .apiId(apiId)
                        .authorizerType("JWT")
                        .identitySources(List.of("$request.header.Authorization"))
                        .jwtConfiguration(jwt)
                        .build());
        return Optional.of(authorizer.attribute("id"));
    }

    /** After the permissions of its routes: once it calls another function, all of them do. */
    private Element integration(Target target, Compute compute, Permissions permissions) {
        return target.match(function -> {
            Element integration = integration(function.id(), compute.invoked(function.id()));
            permissions.turning(function.id()).ifPresent(turning -> integration.replacedWith(turning.address()));
            return integration;
        });
    }

    private Element integration(String function, InvokedFunction invoked) {
        return elements.add(
                        KeyPath.of("functions", function),
                        Label.ofKey(function),
                        Apigatewayv2IntegrationConfig.builder()
                                .apiId(apiId)
                                .integrationType("AWS_PROXY")
                                .connectionType("INTERNET")
                                .integrationMethod("POST")
                                .integrationUri(invoked.invokeArn())
                                .payloadFormatVersion("2.0")
                                .build())
                .createdBeforeDestroyed();
    }

    private Element route(Route route, String integration, Optional<String> authorizer) {
        Apigatewayv2RouteConfig.Builder builder = Apigatewayv2RouteConfig.builder()
                .apiId(apiId)
                .routeKey(route.key().toString())
                .target("integrations/" + integration);
        Guard guard = Guard.of(route.authorization(), "JWT", authorizer);
        builder.authorizationType(guard.type());
        guard.authorizerId().ifPresent(builder::authorizerId);
        if (!guard.scopes().isEmpty()) {
            builder.authorizationScopes(guard.scopes());
        }
        return elements.add(KeyPath.of("routes", route.key()), route.key().id(ApiKind.HTTP), builder.build());
    }

    /**
     * Both limits are always written: the provider sends 0 for one that is not, which refuses every call, and keeps a
     * former one where the block is left out (https://github.com/hashicorp/terraform-provider-aws/issues/27674).
     */
    private Element stage() {
        boolean own = environment.throttled();
        AccountThrottle account = AccountThrottle.of(environment.region());
        Apigatewayv2StageDefaultRouteSettings settings = Apigatewayv2StageDefaultRouteSettings.builder()
                .detailedMetricsEnabled(Variable.of(EnvironmentKeys.ACCESS_LOG, AccessLogKeys.METRICS)
                        .value())
                .throttlingRateLimit(
                        own
                                ? Variable.of(EnvironmentKeys.THROTTLE, ThrottleKeys.RATE)
                                        .number()
                                : account.rate())
                .throttlingBurstLimit(
                        own
                                ? Variable.of(EnvironmentKeys.THROTTLE, ThrottleKeys.BURST)
                                        .number()
                                : account.burst())
                .build();
        return elements.add(
                        KeyPath.of("stage"),
                        "api",
                        Apigatewayv2StageConfig.builder()
                                .apiId(apiId)
                                .name(environment.stage())
                                .autoDeploy(true)
                                .accessLogSettings(Apigatewayv2StageAccessLogSettings.builder()
                                        .destinationArn(
                                                ApiParts.accessLog(elements).attribute("arn"))
                                        .format(ApiParts.logFormat(LOG_FIELDS))
                                        .build())
                                .defaultRouteSettings(settings)
                                .build())
                .createdBeforeDestroyed();
    }

    private void domain(String name, Element stage, Domains domains) {
        KeyPath source = KeyPath.of("custom_domain", "api");
        Element domain = elements.add(
                source,
                "api",
                Apigatewayv2DomainNameConfig.builder()
                        .domainName(name)
                        .domainNameConfiguration(Apigatewayv2DomainNameDomainNameConfiguration.builder()
                                .certificateArn(domains.apiCertificate())
                                .endpointType("REGIONAL")
                                .securityPolicy("TLS_1_2")
                                .build())
                        .build());
        elements.add(
                source,
                "api",
                Apigatewayv2ApiMappingConfig.builder()
                        .apiId(apiId)
                        .domainName(domain.attribute("id"))
                        .stage(stage.attribute("id"))
                        .build());
        domains.apiRecord(
                name,
                domain.attribute("domain_name_configuration[0].target_domain_name"),
                domain.attribute("domain_name_configuration[0].hosted_zone_id"));
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
