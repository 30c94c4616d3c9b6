package dev.tollgate.surface;

import java.util.Optional;

/** What a route demands of a caller. */
public sealed interface Access {

    /** Nothing: anyone may call. */
    record Open() implements Access {}

    /**
     * A token that an authorizer accepts.
     *
     * @param authorizer empty when the route names none that is there
     * @param scopes one of which the token has to carry; none demanded when empty and certain
     */
    record Token(Optional<Authorizer> authorizer, Scopes scopes) implements Access {}

    /** A signature by AWS credentials. */
    record Iam() implements Access {}

    /** What a Lambda authorizer decides. */
    record Custom(Optional<Authorizer> authorizer) implements Access {}

    /** It cannot be told, or is a kind that Tollgate does not know: never to be taken for open. */
    record Undecided(String because) implements Access {}

    /** {@code open}, {@code token}, {@code iam}, {@code custom}, {@code unknown}. */
    default String word() {
        if (this instanceof Open) {
            return "open";
        } else if (this instanceof Token) {
            return "token";
        } else if (this instanceof Iam) {
            return "iam";
        } else if (this instanceof Custom) {
            return "custom";
        }
        return "unknown";
    }
}
