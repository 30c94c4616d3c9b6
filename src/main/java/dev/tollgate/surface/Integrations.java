package dev.tollgate.surface;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.Optional;

/** Integrations of both kinds of API. Here, and nowhere else, a type is text. */
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
        Value uri = resource.get("integration_uri");
        return resource.get("integration_subtype").isUnset()
                ? of(resource, resource.get("integration_type"), uri)
                : new Integration.Service(resource, "AWS_PROXY", uri);
    }

    /** A Lambda function at {@code uri} that is handed requests as they are. */
    Integration lambda(Resource resource, Value uri) {
        return new Integration.Lambda(resource, true, uri, function(uri));
    }

    /** What calls {@code uri}. */
    private Integration of(Resource resource, Value type, Value uri) {
        String word = infrastructure.resolve(type).text().orElse("");
        return switch (word) {
            case "AWS_PROXY" -> lambda(resource, uri);
            case "AWS" ->
                invokes(uri)
                        ? new Integration.Lambda(resource, false, uri, function(uri))
                        : new Integration.Service(resource, word, uri);
            case "HTTP", "HTTP_PROXY" -> new Integration.Url(resource, word, uri);
            case "MOCK" -> new Integration.Mock(resource, uri);
            default -> new Integration.Undecided(resource, word, uri, function(uri));
        };
    }

    private Optional<Resource> function(Value uri) {
        return owners.of(uri, "aws_lambda_function", "aws_lambda_alias");
    }

    private boolean invokes(Value uri) {
        return function(uri).isPresent()
                || infrastructure
                        .resolve(uri)
                        .text()
                        .filter(text -> text.contains(":lambda:path/"))
                        .isPresent()
                || uri.references().stream()
                        .anyMatch(reference -> reference.attribute().contains("invoke_arn"));
    }
}
