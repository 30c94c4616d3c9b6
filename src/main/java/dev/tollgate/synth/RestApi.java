package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.api_gateway_authorizer.ApiGatewayAuthorizerConfig;
import com.hashicorp.cdktf.providers.aws.api_gateway_base_path_mapping.ApiGatewayBasePathMappingConfig;
import com.hashicorp.cdktf.providers.aws.api_gateway_domain_name.ApiGatewayDomainNameConfig;
import com.hashicorp.cdktf.providers.aws.api_gateway_domain_name.ApiGatewayDomainNameEndpointConfiguration;
import com.hashicorp.cdktf.providers.aws.api_gateway_integration.ApiGatewayIntegrationConfig;
import com.hashicorp.cdktf.providers.aws.api_gateway_method.ApiGatewayMethodConfig;
import com.hashicorp.cdktf.providers.aws.api_gateway_rest_api.ApiGatewayRestApiConfig;
import com.hashicorp.cdktf.providers.aws.api_gateway_rest_api.ApiGatewayRestApiEndpointConfiguration;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Route;
import dev.tollgate.schema.AuthorizerKeys;
import dev.tollgate.schema.EnvironmentKeys;
import dev.tollgate.synth.RestDefinition.Part;
import java.util.List;
import java.util.Optional;

/** A REST API: Cognito authorizer, a resource per path, a method and its integration per route. */
final class RestApi {

    private final Elements elements;
    private final Environment environment;
    private final String apiId;
    private final RestDefinition definition;
    private final RestStage stage;

    RestApi(
            Elements elements,
            Environment environment,
            Compute compute,
            Optional<Pool> pool,
            Domains domains,
            Surroundings surroundings) {
        this.elements = elements;
        this.environment = environment;
        RestDefinition definition = new RestDefinition();
        Element api = definition.implied(Part.API, elements.add(KeyPath.of("api_type"), "api", api()));
        this.apiId = api.attribute("id");
        Optional<Element> authorizer = authorizer(pool);
        authorizer.ifPresent(made -> definition.implied(Part.AUTHORIZER, made));
        Optional<String> authorizerId = authorizer.map(made -> made.attribute("id"));
        RestPaths paths = new RestPaths(elements, api, definition);
        for (Route route : environment.routes()) {
            String resource = paths.resourceId(route.key());
            Element method = definition.add(Part.ROUTES, method(route, resource, authorizerId));
            definition.add(Part.ROUTES, integration(route, resource, compute)).after(List.of(method));
        }
        environment.cors().ifPresent(cors -> RestCors.add(elements, cors, apiId, paths, definition));
        List<Element> permissions = new Permissions(
                        elements, environment, compute, api.attribute("execution_arn") + "/" + environment.stage())
                .all();
        stage = new RestStage(
                elements,
                environment,
                apiId,
                definition,
                permissions,
                new RestTriggers(environment, compute, pool.map(Pool::arn)).all(),
                surroundings);
        environment.apiDomain().ifPresent(name -> domain(name, domains));
        this.definition = definition;
    }

    private ApiGatewayRestApiConfig api() {
        return ApiGatewayRestApiConfig.builder()
                .name(Variable.of(EnvironmentKeys.NAME).text())
                .description(Variable.of(EnvironmentKeys.DESCRIPTION).text())
                .endpointConfiguration(ApiGatewayRestApiEndpointConfiguration.builder()
                        .types(List.of("REGIONAL"))
                        .build())
                .disableExecuteApiEndpoint(environment.apiDomain().isPresent())
                .build();
    }

    private Optional<Element> authorizer(Optional<Pool> pool) {
        if (environment.routes().stream().noneMatch(Route::isSecured)) {
            return Optional.empty();
        }
        return Optional.of(elements.add(
                KeyPath.of("authorizer"),
                "cognito",
                ApiGatewayAuthorizerConfig.builder()
                        .name(Variable.of(EnvironmentKeys.AUTHORIZER, AuthorizerKeys.NAME)
                                .textOr("\"cognito\""))
                        .restApiId(apiId)
                        .type("COGNITO_USER_POOLS")
                        .identitySource("method.request.header.Authorization")
                        .providerArns(List.of(pool.orElseThrow().arn()))
                        .authorizerResultTtlInSeconds(Variable.of(EnvironmentKeys.AUTHORIZER, AuthorizerKeys.TTL)
                                .number())
                        .build()));
    }

    private Element method(Route route, String resource, Optional<String> authorizer) {
        ApiGatewayMethodConfig.Builder builder = ApiGatewayMethodConfig.builder()
                .restApiId(apiId)
                .resourceId(resource)
                .httpMethod(route.key().method());
        Guard guard = Guard.of(route.authorization(), "COGNITO_USER_POOLS", authorizer);
        builder.authorization(guard.type());
        guard.authorizerId().ifPresent(builder::authorizerId);
        if (!guard.scopes().isEmpty()) {
            builder.authorizationScopes(guard.scopes());
        }
        return elements.add(source(route), name(route), builder.build());
    }

    private Element integration(Route route, String resource, Compute compute) {
        return route.target().match(function -> integration(route, resource, compute.invoked(function.id())));
    }

    private Element integration(Route route, String resource, InvokedFunction function) {
        return elements.add(
                source(route),
                name(route),
                ApiGatewayIntegrationConfig.builder()
                        .restApiId(apiId)
                        .resourceId(resource)
                        .httpMethod(route.key().method())
                        .type("AWS_PROXY")
                        .integrationHttpMethod("POST")
                        .uri(function.invokeArn())
                        .build());
    }

    private static KeyPath source(Route route) {
        return KeyPath.of("routes", route.key());
    }

    private static String name(Route route) {
        return route.key().id(ApiKind.REST);
    }

    private void domain(String name, Domains domains) {
        KeyPath source = KeyPath.of("custom_domain", "api");
        Element domain = elements.add(
                source,
                "api",
                ApiGatewayDomainNameConfig.builder()
                        .domainName(name)
                        .regionalCertificateArn(domains.apiCertificate())
                        .endpointConfiguration(ApiGatewayDomainNameEndpointConfiguration.builder()
                                .types(List.of("REGIONAL"))
                                .build())
                        .securityPolicy("TLS_1_2")
                        .build());
        elements.add(
                        source,
                        "api",
                        ApiGatewayBasePathMappingConfig.builder()
                                .domainName(domain.attribute("domain_name"))
                                .apiId(apiId)
                                .stageName(stage.name())
                                .build())
                .after(stage.settings());
        domains.apiRecord(name, domain.attribute("regional_domain_name"), domain.attribute("regional_zone_id"));
    }

    /** What a deployment is a snapshot of. */
    RestDefinition definition() {
        return definition;
    }

    /** Where the API is called, without a slash at its end. */
    String baseUrl() {
        return environment.apiDomain().map(name -> "https://" + name).orElseGet(stage::invokeUrl);
    }
}
