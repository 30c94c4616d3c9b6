package dev.tollgate.surface;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Authorizers of both kinds of API. */
final class AuthorizerReader {

    private static final String POOL = "aws_cognito_user_pool";

    private final Infrastructure infrastructure;

    AuthorizerReader(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
    }

    /** {@code aws_api_gateway_authorizer}; a type that is not written is TOKEN. */
    Authorizer rest(Resource resource) {
        Value type = infrastructure.resolve(resource.get("type"));
        Authorizer.Kind kind = type.is("COGNITO_USER_POOLS")
                ? Authorizer.Kind.COGNITO
                : type.isAbsent() || type.is("TOKEN") || type.is("REQUEST")
                        ? Authorizer.Kind.LAMBDA
                        : Authorizer.Kind.UNKNOWN;
        return of(
                resource,
                kind,
                Optional.empty(),
                List.of(),
                resource.get("provider_arns"),
                resource.get("identity_source"));
    }

    /** {@code aws_apigatewayv2_authorizer}. */
    Authorizer http(Resource resource) {
        Value type = infrastructure.resolve(resource.get("authorizer_type"));
        Value jwt = resource.get("jwt_configuration");
        Authorizer.Kind kind = type.is("JWT")
                ? Authorizer.Kind.JWT
                : type.is("REQUEST") ? Authorizer.Kind.LAMBDA : Authorizer.Kind.UNKNOWN;
        return of(
                resource,
                kind,
                Optional.of(jwt.get("issuer")).filter(issuer -> !issuer.isAbsent()),
                jwt.get("audience").items(),
                jwt.get("issuer"),
                resource.get("identity_sources"));
    }

    private Authorizer of(
            Resource resource,
            Authorizer.Kind kind,
            Optional<Value> issuer,
            List<Value> audience,
            Value trusted,
            Value identitySource) {
        List<Resource> pools = new ArrayList<>();
        boolean certain = true;
        for (Value one : trusted.items()) {
            ReferenceTarget followed = infrastructure.follow(one, POOL);
            if (followed instanceof ReferenceTarget.To to) {
                pools.add(to.resource());
            } else {
                certain = false;
            }
        }
        String name = infrastructure.resolve(resource.get("name")).text().orElse(resource.name());
        return new Authorizer(resource, name, kind, issuer, audience, pools, certain, identitySource);
    }
}
