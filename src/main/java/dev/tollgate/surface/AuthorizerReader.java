package dev.tollgate.surface;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Authorizers of both kinds of API. Here, and nowhere else, a type is text. */
final class AuthorizerReader {

    private static final String POOL = "aws_cognito_user_pool";

    private final Infrastructure infrastructure;

    AuthorizerReader(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
    }

    /** {@code aws_api_gateway_authorizer}; a type that is not written is TOKEN. */
    Authorizer rest(Resource resource) {
        Value type = infrastructure.resolve(resource.get("type"));
        return of(
                resource,
                name(resource),
                kind(type.isAbsent() ? "TOKEN" : type.text().orElse(""), Value.absent()),
                resource.get("provider_arns"),
                resource.get("identity_source"));
    }

    /** {@code aws_apigatewayv2_authorizer}. */
    Authorizer http(Resource resource) {
        Value jwt = resource.get("jwt_configuration");
        String type =
                infrastructure.resolve(resource.get("authorizer_type")).text().orElse("");
        return of(resource, name(resource), kind(type, jwt), jwt.get("issuer"), resource.get("identity_sources"));
    }

    private static Authorizer.Kind kind(String type, Value jwt) {
        Optional<Value> issuer = Optional.of(jwt.get("issuer")).filter(one -> !one.isAbsent());
        List<Value> audience = jwt.get("audience").items();
        return switch (type) {
            case "COGNITO_USER_POOLS" -> new Authorizer.Cognito();
            case "JWT" -> new Authorizer.Jwt(issuer, audience);
            case "TOKEN" -> new Authorizer.Lambda(false);
            case "REQUEST" -> new Authorizer.Lambda(true);
            default -> new Authorizer.Undecided(issuer, audience);
        };
    }

    private String name(Resource resource) {
        return infrastructure.resolve(resource.get("name")).text().orElse(resource.name());
    }

    private Authorizer of(Resource resource, String name, Authorizer.Kind kind, Value trusted, Value identitySource) {
        List<Resource> pools = new ArrayList<>();
        boolean certain = true;
        for (Value one : trusted.items()) {
            if (infrastructure.follow(one, POOL) instanceof ReferenceTarget.To to) {
                pools.add(to.resource());
            } else {
                certain = false;
            }
        }
        return new Authorizer(resource, name, kind, pools, certain, identitySource);
    }
}
