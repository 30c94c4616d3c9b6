package dev.tollgate.init;

import dev.tollgate.model.Route;
import dev.tollgate.model.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The scopes and clients that a new environment's routes call for. */
public record Callers(SortedMap<String, String> scopes, List<Client> clients) {

    public Callers {
        scopes = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(scopes));
        clients = List.copyOf(clients);
    }

    /** Nobody: another issuer knows who calls. */
    public static Callers none() {
        return new Callers(new TreeMap<>(), List.of());
    }

    /** People who sign in on the user pool's pages, for whatever {@code routes} ask for. */
    public static Callers people(List<Route> routes) {
        SortedMap<String, String> scopes = scopes(routes);
        List<String> asked = new ArrayList<>(List.of("openid", "email"));
        asked.addAll(scopes.keySet());
        return new Callers(scopes, List.of(new Client("web", Client.Flow.CODE, asked)));
    }

    /**
     * People who sign in with a password in the application's own pages; their tokens carry no scopes of resource
     * servers.
     */
    public static Callers passwords() {
        return new Callers(new TreeMap<>(), List.of(new Client("people", Client.Flow.PASSWORD, List.of())));
    }

    /** One machine that may do all that {@code routes} scope, {@code otherwise} when they scope nothing. */
    public static Callers machine(List<Route> routes, String otherwise) {
        SortedMap<String, String> scopes = scopes(routes);
        if (scopes.isEmpty()) {
            scopes.put(otherwise, description(otherwise));
        }
        return new Callers(
                scopes, List.of(new Client("machine", Client.Flow.CLIENT_CREDENTIALS, List.copyOf(scopes.keySet()))));
    }

    private static SortedMap<String, String> scopes(List<Route> routes) {
        SortedMap<String, String> scopes = new TreeMap<>();
        for (Route route : routes) {
            route.authorization().scopes().forEach(scope -> {
                if (!Scope.isStandard(scope)) {
                    scopes.put(scope, description(scope));
                }
            });
        }
        return scopes;
    }

    private static String description(String scope) {
        String name = scope.substring(scope.lastIndexOf('/') + 1);
        String server = Scope.resourceServer(scope);
        return name.equals("all") ? "Every operation of " + server : "To " + name + " " + server;
    }
}
