package dev.tollgate.smoke;

import java.util.List;

/**
 * A route to ask.
 *
 * @param path with its parameters filled in, and with the stage
 * @param open whether anyone may call it
 * @param meant whether there should be one
 */
public record SmokeRoute(String key, String method, String path, boolean open, List<String> scopes, boolean meant) {

    private static final List<String> SAFE = List.of("GET", "HEAD", "OPTIONS");

    public SmokeRoute {
        scopes = List.copyOf(scopes);
    }

    /** A route at {@code base}, the stage's path; parameters are filled in, and {@code ANY} is asked with GET. */
    public static SmokeRoute of(
            String key, String method, String base, String path, boolean open, List<String> scopes) {
        String filled = path.equals("$default") ? "/smoke" : path.replaceAll("\\{[^}]*}", "smoke");
        String verb = method.isEmpty() || method.equals("ANY") ? "GET" : method;
        return new SmokeRoute(key, verb, base + filled, open, scopes, true);
    }

    /** A route that should not be there. */
    public static SmokeRoute beyond(String key, String method, String base, String path) {
        SmokeRoute route = of(key, method, base, path, false, List.of());
        return new SmokeRoute(key, route.method(), route.path(), false, List.of(), false);
    }

    /** Whether asking it is meant to change nothing. */
    public boolean isSafe() {
        return SAFE.contains(method);
    }
}
