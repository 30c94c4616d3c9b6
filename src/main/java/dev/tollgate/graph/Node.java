package dev.tollgate.graph;

import java.util.List;

/**
 * A thing in the picture.
 *
 * @param id unique in its graph, letters and digits
 * @param caption what it is: {@code app client}
 * @param name what it is called
 * @param lines what else there is to say, a line each
 */
public record Node(String id, Kind kind, Tone tone, String caption, String name, List<String> lines) {

    /** What it is, which decides its shape; in the order of the picture. */
    public enum Kind {
        CALLER,
        DOMAIN,
        IDENTITY_PROVIDER,
        TOKEN_ENDPOINT,
        USER_POOL,
        API,
        AUTHORIZER,
        ROUTES,
        FUNCTION,
        STORE
    }

    public Node {
        lines = List.copyOf(lines);
    }
}
