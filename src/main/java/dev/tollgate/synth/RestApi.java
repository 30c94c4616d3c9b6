package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.api_gateway_authorizer.ApiGatewayAuthorizerConfig;
import com.hashicorp.cdktf.providers.aws.api_gateway_base_path_mapping.ApiGatewayBasePathMappingConfig;
import com.hashicorp.cdktf.providers.aws.api_gateway_domain_name.ApiGatewayDomainNameConfig;
import com.hashicorp.cdktf.providers.aws.api_gateway_domain_name.ApiGatewayDomainNameEndpointConfiguration;
import com.hashicorp.cdktf.providers.aws.api_gateway_integration.ApiGatewayIntegrationConfig;
import com.hashicorp.cdktf.providers.aws.api_gateway_method.ApiGatewayMethodConfig;
import com.hashicorp.cdktf.providers.aws.api_gateway_rest_api.ApiGatewayRestApiConfig;
import com.hashicorp.cdktf.providers.aws.api_gateway_rest_api.ApiGatewayRestApiEndpointConfiguration;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Route;
import dev.tollgate.schema.AuthorizerKeys;
import dev.tollgate.schema.EnvironmentKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A REST API: Cognito authorizer, a resource per path, a method and its integration per route. */
final class RestApi {

    private final Elements elements;
    private final Environment environment;
    private final String apiId;
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
        Element api = elements.add("api", api());
        this.apiId = api.attribute("id");
        String executionArn = api.attribute("execution_arn");
        Optional<String> authorizerId = authorizer(pool);
        RestPaths paths = new RestPaths(elements, api);
        List<Element> definition = new ArrayList<>();
        for (Route route : environment.routes()) {
            String resource = paths.resourceId(route.key());
            Element method = method(route, resource, authorizerId);
            definition.add(method);
            definition.add(integration(route, resource, compute).after(List.of(method)));
            Api.permission(elements, environment, compute, route, executionArn, environment.stage());
        }
        environment
                .cors()
                .ifPresent(cors -> definition.addAll(new RestCors(elements, cors, apiId, paths).definition()));
        stage = new RestStage(
                elements,
                environment,
                apiId,
                definition,
                new RestTriggers(environment, compute, pool.map(Pool::arn)).all(),
                surroundings);
        environment.apiDomain().ifPresent(name -> domain(name, domains));
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

    private Optional<String> authorizer(Optional<Pool> pool) {
        if (environment.routes().stream().noneMatch(Route::isSecured)) {
            return Optional.empty();
        }
        Element authorizer = elements.add(
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
                        .build());
        return Optional.of(authorizer.attribute("id"));
    }

    private Element method(Route route, String resource, Optional<String> authorizer) {
        ApiGatewayMethodConfig.Builder builder = ApiGatewayMethodConfig.builder()
                .restApiId(apiId)
                .resourceId(resource)
                .httpMethod(route.key().method());
        if (route.isSecured()) {
            builder.authorization("COGNITO_USER_POOLS").authorizerId(authorizer.orElseThrow());
        } else {
            builder.authorization("NONE");
        }
        List<String> scopes = route.authorization().scopes();
        if (!scopes.isEmpty()) {
            builder.authorizationScopes(scopes.stream().map(Hcl::literal).toList());
        }
        return elements.add(route.key().id(), builder.build());
    }

    private Element integration(Route route, String resource, Compute compute) {
        return route.target().match(function -> integration(route, resource, compute.callable(function.id())));
    }

    private Element integration(Route route, String resource, Callable function) {
        return elements.add(
                route.key().id(),
                ApiGatewayIntegrationConfig.builder()
                        .restApiId(apiId)
                        .resourceId(resource)
                        .httpMethod(route.key().method())
                        .type("AWS_PROXY")
                        .integrationHttpMethod("POST")
                        .uri(function.invokeArn())
                        .build());
    }

    private void domain(String name, Domains domains) {
        Element domain = elements.add(
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
                "api",
                ApiGatewayBasePathMappingConfig.builder()
                        .domainName(domain.attribute("domain_name"))
                        .apiId(apiId)
                        .stageName(stage.name())
                        .build());
        domains.apiRecord(name, domain.attribute("regional_domain_name"), domain.attribute("regional_zone_id"));
    }

    /** Where the API is called, without a slash at its end. */
    String baseUrl() {
        return environment.apiDomain().map(name -> "https://" + name).orElseGet(stage::invokeUrl);
    }
}
