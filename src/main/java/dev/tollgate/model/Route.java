package dev.tollgate.model;

/** One line of the route table: what is asked for, what answers, and what it demands of the caller. */
public record Route(RouteKey key, String function, Authorization authorization) {

    /** Whether a caller needs a token. */
    public boolean isSecured() {
        return !(authorization instanceof Authorization.Anonymous);
    }
}
