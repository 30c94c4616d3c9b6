package dev.tollgate.surface;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;

/** Integrations of both kinds of API. */
final class Integrations {

    private final Infrastructure infrastructure;
    private final Owners owners;

    Integrations(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
        this.owners = new Owners(infrastructure);
    }

    /** {@code aws_api_gateway_integration}. */
    Integration rest(Resource resource) {
        return of(resource, resource.get("type"), resource.get("uri"));
    }

    /** {@code aws_apigatewayv2_integration}. */
    Integration http(Resource resource) {
        return of(resource, resource.get("integration_type"), resource.get("integration_uri"));
    }

    /** What calls {@code uri}. */
    Integration of(Resource resource, Value type, Value uri) {
        return new Integration(
                resource,
                infrastructure.resolve(type).text().orElse(""),
                uri,
                owners.of(uri, "aws_lambda_function", "aws_lambda_alias"));
    }
}
