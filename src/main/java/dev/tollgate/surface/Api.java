package dev.tollgate.surface;

import dev.tollgate.terraform.Resource;
import java.util.List;

/**
 * An API with its routes.
 *
 * @param resource {@code aws_api_gateway_rest_api} or {@code aws_apigatewayv2_api}
 * @param routes sorted by key; those of an OpenAPI {@code body} among them
 * @param stages {@code aws_api_gateway_stage} or {@code aws_apigatewayv2_stage}
 * @param certain whether these are all of its routes; false when the body or a route's key cannot be read
 */
public record Api(
        Resource resource,
        Kind kind,
        List<ApiRoute> routes,
        List<Authorizer> authorizers,
        List<Resource> stages,
        boolean certain) {

    /** Which of API Gateway's kinds it is. */
    public enum Kind {
        REST,
        HTTP,
        WEBSOCKET
    }

    public Api {
        routes = List.copyOf(routes);
        authorizers = List.copyOf(authorizers);
        stages = List.copyOf(stages);
    }
}
