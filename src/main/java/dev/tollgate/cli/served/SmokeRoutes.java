package dev.tollgate.cli.served;

import dev.tollgate.gateway.engine.GatewayApi;
import dev.tollgate.model.Authorization;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Route;
import dev.tollgate.smoke.SmokeRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The routes to call, with the authorization that the environment file gives them. */
public final class SmokeRoutes {

    private SmokeRoutes() {}

    /** As the environment's file says, so that what is asked at {@code base} is held against it; preflights too. */
    public static List<SmokeRoute> of(Environment environment, String base) {
        List<SmokeRoute> routes = new ArrayList<>();
        SortedSet<String> paths = new TreeSet<>();
        boolean caught = false;
        for (Route route : environment.routes()) {
            String method =
                    route.key().path().equals("$default") ? "" : route.key().method();
            caught |= method.isEmpty() || method.equals("ANY") || method.equals("OPTIONS");
            paths.add(route.key().path());
            routes.add(SmokeRoute.of(
                    route.key().toString(),
                    method,
                    base,
                    route.key().path(),
                    route.authorization().match(new Open()),
                    route.authorization().scopes()));
        }
        // A route that takes OPTIONS decides over preflights itself.
        if (environment.cors().isPresent() && !caught) {
            paths.forEach(path -> routes.add(SmokeRoute.of("OPTIONS " + path, "OPTIONS", base, path, true, List.of())));
        }
        return routes;
    }

    /** Whether anyone is to be let in. */
    private static final class Open implements Authorization.Cases<Boolean> {

        @Override
        public Boolean anonymous(Authorization.Anonymous anonymous) {
            return true;
        }

        @Override
        public Boolean authenticated(Authorization.Authenticated authenticated) {
            return false;
        }

        @Override
        public Boolean scoped(Authorization.Scoped scoped) {
            return false;
        }
    }

    /** As what is served says of itself: the only word there is of a configuration of somebody else's. */
    public static List<SmokeRoute> of(GatewayApi api) {
        return api.routes().stream()
                .map(route -> SmokeRoute.of(
                        route.key(),
                        route.method(),
                        api.base(),
                        route.path(),
                        route.authorizer().isEmpty(),
                        route.scopes()))
                .toList();
    }
}
