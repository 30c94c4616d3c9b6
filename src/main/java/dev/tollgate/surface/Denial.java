package dev.tollgate.surface;

import java.util.List;

/**
 * Why API Gateway does not let a caller in, and with which status.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
public enum Denial {
    /** A token is required and none is there. */
    NO_TOKEN(401, 401),
    /** The token is broken, or signed by somebody else. */
    INVALID_TOKEN(401, 401),
    EXPIRED_TOKEN(401, 401),
    /** The token is of an issuer that the authorizer does not trust. */
    OTHER_ISSUER(401, 401),
    /** The token was issued to a client outside the authorizer's audience. */
    OTHER_AUDIENCE(401, 401),
    /** An access token, where only ID tokens are taken: a REST route without scopes. */
    ACCESS_TOKEN(401, 401),
    /** An ID token, where only access tokens are taken: a REST route with scopes. */
    ID_TOKEN(401, 401),
    /** A token without any of the scopes: the REST guide says 401, its list of gateway responses 403. */
    NO_SCOPE(401, 403, 403),
    NO_SIGNATURE(403, 403),
    NO_API_KEY(403, 403),
    /** A Lambda authorizer says no. */
    AUTHORIZER_REFUSES(403, 403);

    private final int rest;
    private final int orRest;
    private final int http;

    Denial(int rest, int http) {
        this(rest, rest, http);
    }

    Denial(int rest, int orRest, int http) {
        this.rest = rest;
        this.orRest = orRest;
        this.http = http;
    }

    /** The statuses that an API of {@code kind} may answer with; the first is what {@code serve} answers. */
    public List<Integer> statuses(Api.Kind kind) {
        if (kind != Api.Kind.REST) {
            return List.of(http);
        }
        return rest == orRest ? List.of(rest) : List.of(rest, orRest);
    }
}
