package dev.tollgate.gateway.token;

/**
 * Why a token is refused. The texts of {@link #SEGMENTS}, {@link #EXPIRED} and {@link #ISSUER} are what an HTTP API was
 * seen to answer; the others follow the library whose words those are, and are not AWS's promise.
 */
public enum Reason {
    /** Longer than any header API Gateway lets through. */
    TOO_LARGE("token is too large"),
    /** Not three parts with a dot between. */
    SEGMENTS("token contains an invalid number of segments"),
    /** A part is not base64url, not JSON, or JSON that says a thing twice. */
    MALFORMED("token is malformed"),
    /** Signed with anything but RS256, or not at all. */
    ALGORITHM("signing method is invalid"),
    /** The header requires an extension; there is none that is understood. */
    CRITICAL("token header has a critical parameter that is not supported"),
    /** Another issuer than those that are trusted. */
    ISSUER("issuer does not match"),
    /** No {@code kid}, or none of the issuer's. */
    UNKNOWN_KEY("kid not found"),
    /** The issuer's keys cannot be fetched. */
    KEYS_UNREACHABLE("jwks cannot be fetched"),
    /** The signature is not the key's. */
    SIGNATURE("signature is invalid"),
    /** A claim is missing or not of its type. */
    CLAIMS("token has invalid claims"),
    /** {@code exp} is past. */
    EXPIRED("the token has expired"),
    /** {@code nbf} is to come. */
    NOT_YET_VALID("the token is not valid yet"),
    /** {@code iat} is to come. */
    ISSUED_IN_FUTURE("the token was issued in the future");

    private final String description;

    Reason(String description) {
        this.description = description;
    }

    /** The {@code error_description} of an HTTP API's {@code www-authenticate}. */
    public String description() {
        return description;
    }
}
