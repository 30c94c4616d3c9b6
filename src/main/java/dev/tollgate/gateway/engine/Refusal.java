package dev.tollgate.gateway.engine;

import dev.tollgate.surface.Denial;

/**
 * The ways in which API Gateway refuses by itself.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
enum Refusal {
    NO_STAGE("", 403, "Forbidden", "ForbiddenException", 404, "Not Found"),
    NO_ROUTE(
            "MISSING_AUTHENTICATION_TOKEN",
            403,
            "Missing Authentication Token",
            "MissingAuthenticationTokenException",
            404,
            "Not Found"),
    UNAUTHORIZED("UNAUTHORIZED", 401, "Unauthorized", "UnauthorizedException", 401, "Unauthorized"),
    EXPIRED("UNAUTHORIZED", 401, "The incoming token has expired", "UnauthorizedException", 401, "Unauthorized"),
    /** A token without the scope: 401 by the REST guide, 403 from an HTTP API. */
    SCOPE("UNAUTHORIZED", 401, "Unauthorized", "UnauthorizedException", 403, "Forbidden"),
    THROTTLED("THROTTLED", 429, "Too Many Requests", "TooManyRequestsException", 429, "Too Many Requests"),
    /**
     * Nobody customises it: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
     */
    TOO_LARGE("", 413, "Request Entity Too Large", "RequestTooLargeException", 413, "Request Entity Too Large"),
    /** Lambda takes less than API Gateway. */
    EVENT_TOO_LARGE("", 413, "Request Too Long", "RequestTooLargeException", 413, "Request Entity Too Large"),
    HEADERS_TOO_LARGE(
            "",
            431,
            "Request Header Fields Too Large",
            "RequestHeaderFieldsTooLargeException",
            431,
            "Request Header Fields Too Large"),
    URL_TOO_LONG("", 414, "Request-URI Too Long", "RequestUriTooLongException", 414, "Request-URI Too Long"),
    BAD_REQUEST("", 400, "Bad Request", "BadRequestException", 400, "Bad Request"),
    BAD_PARAMETERS(
            "BAD_REQUEST_PARAMETERS",
            400,
            "Missing required request parameters: [%s]",
            "BadRequestException",
            400,
            "Bad Request"),
    /** No permission, or an integration that cannot work: the call gets as far as that. */
    MISCONFIGURED(
            "API_CONFIGURATION_ERROR",
            500,
            "Internal server error",
            "InternalServerErrorException",
            500,
            "Internal Server Error"),
    FUNCTION_FAILED(
            "INTEGRATION_FAILURE",
            502,
            "Internal server error",
            "InternalServerErrorException",
            500,
            "Internal Server Error"),
    /** The integration's own limit; a function that reaches its own has failed. */
    FUNCTION_TIMED_OUT(
            "INTEGRATION_TIMEOUT",
            504,
            "Endpoint request timed out",
            "InternalServerErrorException",
            503,
            "Service Unavailable"),
    NOT_HERE(
            "INTEGRATION_FAILURE",
            502,
            "Internal server error",
            "InternalServerErrorException",
            500,
            "Internal Server Error");

    private final String type;
    private final int restStatus;
    private final String restMessage;
    private final String errorType;
    private final int httpStatus;
    private final String httpMessage;

    Refusal(String type, int restStatus, String restMessage, String errorType, int httpStatus, String httpMessage) {
        this.type = type;
        this.restStatus = restStatus;
        this.restMessage = restMessage;
        this.errorType = errorType;
        this.httpStatus = httpStatus;
        this.httpMessage = httpMessage;
    }

    /** How {@code denial} is answered. */
    static Refusal of(Denial denial) {
        return switch (denial) {
            case NO_TOKEN, INVALID_TOKEN, OTHER_ISSUER, OTHER_AUDIENCE, ACCESS_TOKEN, ID_TOKEN -> UNAUTHORIZED;
            // A REST API tells the time from nothing else:
            // https://repost.aws/knowledge-center/api-gateway-cognito-401-unauthorized
            case EXPIRED_TOKEN -> EXPIRED;
            case NO_SCOPE -> SCOPE;
            case NO_SIGNATURE, NO_API_KEY, AUTHORIZER_REFUSES ->
                throw new IllegalStateException("a route that can refuse so is not served: " + denial);
        };
    }

    String type() {
        return type;
    }

    int restStatus() {
        return restStatus;
    }

    String restMessage() {
        return restMessage;
    }

    String errorType() {
        return errorType;
    }

    int httpStatus() {
        return httpStatus;
    }

    String httpMessage() {
        return httpMessage;
    }
}
