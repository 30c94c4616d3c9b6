package dev.tollgate.model;

/** One line of the route table: what is asked for, what answers, and what it requires of the caller. */
public record Route(RouteKey key, Target target, Authorization authorization) {

    /** Whether a caller needs a token. */
    public boolean isSecured() {
        return authorization.requiresToken();
    }
}
