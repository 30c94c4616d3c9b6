package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.api_gateway_authorizer.ApiGatewayAuthorizerConfig;
import com.hashicorp.cdktf.providers.aws.api_gateway_integration.ApiGatewayIntegrationConfig;
import com.hashicorp.cdktf.providers.aws.api_gateway_method.ApiGatewayMethodConfig;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Route;
import dev.tollgate.schema.AuthorizerKeys;
import dev.tollgate.schema.EnvironmentKeys;
import dev.tollgate.synth.RestDefinition.Part;
import java.util.List;
import java.util.Optional;

/**
 * A REST API's routes as resources: Cognito authorizer, a resource per path, a method and its integration per route.
 */
final class RestResources {

    private final Elements elements;
    private final Environment environment;
    private final Compute compute;
    private final Optional<Pool> pool;
    private final String apiId;

    private RestResources(
            Elements elements, Environment environment, Compute compute, Optional<Pool> pool, String apiId) {
        this.elements = elements;
        this.environment = environment;
        this.compute = compute;
        this.pool = pool;
        this.apiId = apiId;
    }

    /** Adds those of {@code api} to its {@code definition}. */
    static void add(
            Elements elements,
            Environment environment,
            Compute compute,
            Optional<Pool> pool,
            Element api,
            RestDefinition definition) {
        new RestResources(elements, environment, compute, pool, api.attribute("id")).add(api, definition);
    }

    private void add(Element api, RestDefinition definition) {
        Optional<Element> authorizer = authorizer();
        authorizer.ifPresent(made -> definition.implied(Part.AUTHORIZER, made));
        Optional<String> authorizerId = authorizer.map(made -> made.attribute("id"));
        RestPaths paths = new RestPaths(elements, api, definition);
        for (Route route : environment.routes()) {
            String resource = paths.resourceId(route.key());
            Element method = definition.add(Part.ROUTES, method(route, resource, authorizerId));
            definition.add(Part.ROUTES, integration(route, resource)).after(List.of(method));
        }
        environment.cors().ifPresent(cors -> RestCors.add(elements, cors, apiId, paths, definition));
    }

    private Optional<Element> authorizer() {
        if (environment.securedRoutes().isEmpty()) {
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

    private Element integration(Route route, String resource) {
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
}
