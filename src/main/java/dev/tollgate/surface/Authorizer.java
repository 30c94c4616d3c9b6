package dev.tollgate.surface;

import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Optional;

/**
 * What verifies a token.
 *
 * @param resource the authorizer's; the API's own when it comes from an OpenAPI {@code body}
 * @param issuer of a JWT authorizer, as written; the pools' for a Cognito one
 * @param audience of a JWT authorizer, each as written: mostly references to app clients
 * @param pools the pools that are there and whose tokens it takes
 * @param certain whether these are all of its pools
 * @param identitySource where the token is read from, as written
 */
public record Authorizer(
        Resource resource,
        String name,
        Kind kind,
        Optional<Value> issuer,
        List<Value> audience,
        List<Resource> pools,
        boolean certain,
        Value identitySource) {

    /** What kind of authorizer it is. */
    public enum Kind {
        COGNITO,
        JWT,
        LAMBDA,
        UNKNOWN
    }

    public Authorizer {
        audience = List.copyOf(audience);
        pools = List.copyOf(pools);
    }
}
