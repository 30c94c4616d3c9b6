package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.api_gateway_authorizer.ApiGatewayAuthorizer;
import com.hashicorp.cdktf.providers.aws.api_gateway_base_path_mapping.ApiGatewayBasePathMapping;
import com.hashicorp.cdktf.providers.aws.api_gateway_domain_name.ApiGatewayDomainName;
import com.hashicorp.cdktf.providers.aws.api_gateway_domain_name.ApiGatewayDomainNameEndpointConfiguration;
import com.hashicorp.cdktf.providers.aws.api_gateway_integration.ApiGatewayIntegration;
import com.hashicorp.cdktf.providers.aws.api_gateway_method.ApiGatewayMethod;
import com.hashicorp.cdktf.providers.aws.api_gateway_rest_api.ApiGatewayRestApi;
import com.hashicorp.cdktf.providers.aws.api_gateway_rest_api.ApiGatewayRestApiEndpointConfiguration;
import dev.tollgate.model.Authorization;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Route;
import java.util.List;
import java.util.Optional;
import software.constructs.Construct;

/** A REST API: Cognito authorizer, a resource per path, a method and its integration per route. */
final class RestApi extends Construct {

    private final Environment environment;
    private final AddressSpaces spaces;
    private final String apiId;
    private final RestStage stage;

    RestApi(
            Construct scope,
            String id,
            Environment environment,
            AddressSpaces spaces,
            Compute compute,
            Optional<Pool> pool,
            Domains domains,
            Surroundings surroundings) {
        super(scope, id);
        this.environment = environment;
        this.spaces = spaces;
        Address address = Address.of(ApiGatewayRestApi.TF_RESOURCE_TYPE, "api", api());
        this.apiId = address.attribute("id");
        String executionArn = address.attribute("execution_arn");
        Optional<String> authorizerId = authorizer(pool);
        RestPaths paths = new RestPaths(spaces, address);
        for (Route route : environment.routes()) {
            Callable function = compute.callable(route.function());
            String resource = paths.resourceId(route.key());
            method(route, resource, authorizerId);
            integration(route, resource, function);
            Api.permission(spaces, environment, route, function, executionArn, environment.stage());
        }
        environment.cors().ifPresent(cors -> new RestCors(this, "cors", cors, spaces, apiId, paths));
        stage = new RestStage(
                this,
                "stage",
                environment,
                apiId,
                new RestTriggers(environment, compute, pool.map(Pool::arn)).all(),
                surroundings);
        environment.apiDomain().ifPresent(name -> domain(name, domains));
    }

    private ApiGatewayRestApi api() {
        return ApiGatewayRestApi.Builder.create(this, "api")
                .name(Late.text("name"))
                .description(Late.text("description"))
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
        Address address = Address.of(
                ApiGatewayAuthorizer.TF_RESOURCE_TYPE,
                "cognito",
                ApiGatewayAuthorizer.Builder.create(this, "authorizer")
                        .name(Late.textOr("\"cognito\"", "authorizer", "name"))
                        .restApiId(apiId)
                        .type("COGNITO_USER_POOLS")
                        .identitySource("method.request.header.Authorization")
                        .providerArns(List.of(pool.orElseThrow().arn()))
                        .authorizerResultTtlInSeconds(Late.number("authorizer", "ttl"))
                        .build());
        return Optional.of(address.attribute("id"));
    }

    private void method(Route route, String resource, Optional<String> authorizer) {
        ApiGatewayMethod.Builder builder = ApiGatewayMethod.Builder.create(
                        spaces.of(ApiGatewayMethod.class), route.key().id())
                .restApiId(apiId)
                .resourceId(resource)
                .httpMethod(route.key().method());
        if (route.isSecured()) {
            builder.authorization("COGNITO_USER_POOLS").authorizerId(authorizer.orElseThrow());
        } else {
            builder.authorization("NONE");
        }
        if (route.authorization() instanceof Authorization.Scoped scoped) {
            builder.authorizationScopes(
                    scoped.scopes().stream().map(Hcl::literal).toList());
        }
        builder.build();
    }

    private void integration(Route route, String resource, Callable function) {
        ApiGatewayIntegration.Builder.create(
                        spaces.of(ApiGatewayIntegration.class), route.key().id())
                .restApiId(apiId)
                .resourceId(resource)
                .httpMethod(route.key().method())
                .type("AWS_PROXY")
                .integrationHttpMethod("POST")
                .uri(function.invokeArn())
                .build();
    }

    private void domain(String name, Domains domains) {
        ApiGatewayDomainName domain = Address.named(
                "api",
                ApiGatewayDomainName.Builder.create(this, "domain")
                        .domainName(name)
                        .regionalCertificateArn(domains.apiCertificate())
                        .endpointConfiguration(ApiGatewayDomainNameEndpointConfiguration.builder()
                                .types(List.of("REGIONAL"))
                                .build())
                        .securityPolicy("TLS_1_2")
                        .build());
        Address.named(
                "api",
                ApiGatewayBasePathMapping.Builder.create(this, "mapping")
                        .domainName(domain.getDomainName())
                        .apiId(apiId)
                        .stageName(stage.name())
                        .build());
        domains.apiRecord(name, domain.getRegionalDomainName(), domain.getRegionalZoneId());
    }

    /** Where the API is called, without a slash at its end. */
    String baseUrl() {
        return environment.apiDomain().map(name -> "https://" + name).orElseGet(stage::invokeUrl);
    }
}
