package dev.tollgate.cli.served;

import dev.tollgate.gateway.engine.GatewayApi;
import dev.tollgate.gateway.engine.LocalTarget;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Authorization;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Route;
import dev.tollgate.smoke.CrossOrigin;
import dev.tollgate.smoke.SmokeRoute;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The routes to call, with the authorization that the environment file gives them. */
public final class SmokeRoutes {

    private SmokeRoutes() {}

    /** As the environment's file says, so that what is asked at {@code base} is held against it. */
    public static List<SmokeRoute> of(Environment environment, String base) {
        return environment.routes().stream()
                .map(route -> SmokeRoute.of(
                        route.key().toString(),
                        method(route),
                        base,
                        route.key().path(),
                        route.authorization().match(new Open()),
                        route.authorization().scopes()))
                .toList();
    }

    /** What pages ask for before they call; none where a route takes OPTIONS, and so decides over preflights itself. */
    public static List<SmokeRoute> preflights(Environment environment, String base) {
        boolean caught = environment.routes().stream()
                .map(SmokeRoutes::method)
                .anyMatch(method -> method.isEmpty() || method.equals("ANY") || method.equals("OPTIONS"));
        if (environment.cors().isEmpty() || caught) {
            return List.of();
        }
        return environment.routes().stream()
                .map(route -> route.key().path())
                .distinct()
                .sorted()
                .map(path -> SmokeRoute.of("OPTIONS " + path, "OPTIONS", base, path, true, List.of()))
                .toList();
    }

    /** Which pages may call it. */
    public static Optional<CrossOrigin> pages(Environment environment) {
        return environment
                .cors()
                .map(cors -> new CrossOrigin(
                        environment.kind() == ApiKind.REST,
                        cors.allowOrigins(),
                        cors.allowMethods(),
                        cors.allowHeaders(),
                        cors.exposeHeaders(),
                        cors.maxAgeSeconds(),
                        cors.allowCredentials()));
    }

    /** The pages that {@code api} lets call it. */
    public static Set<String> pages(GatewayApi api) {
        Set<String> pages = new TreeSet<>();
        api.cors().ifPresent(cors -> pages.addAll(cors.origins()));
        api.routes().forEach(route -> pages.addAll(route.target().match(new Origins())));
        pages.removeIf(page -> page.contains("*"));
        return pages;
    }

    /** Those that a preflight's mock answers. */
    private static final class Origins implements LocalTarget.Cases<List<String>> {

        @Override
        public List<String> function(LocalTarget.Function target) {
            return List.of();
        }

        @Override
        public List<String> preflight(LocalTarget.Preflight target) {
            return target.origins();
        }

        @Override
        public List<String> elsewhere(LocalTarget.Elsewhere target) {
            return List.of();
        }
    }

    /** What every path begins with, by the file. */
    public static String base(Environment environment) {
        return environment.stage().equals("$default") ? "" : "/" + environment.stage();
    }

    /** Routes of {@code api} that the file does not have. */
    public static List<SmokeRoute> beyond(Environment environment, GatewayApi api) {
        Set<String> known = new TreeSet<>();
        Set<String> paths = new TreeSet<>();
        environment.routes().forEach(route -> {
            known.add(route.key().toString());
            paths.add(route.key().path());
        });
        return api.routes().stream()
                .filter(route -> !known.contains(route.key()) && !known.contains("ANY " + route.path()))
                .filter(route -> !(route.target().isPreflight()
                        && environment.cors().isPresent()
                        && paths.contains(route.path())))
                .map(route -> SmokeRoute.beyond(route.key(), route.method(), base(environment), route.path()))
                .toList();
    }

    private static String method(Route route) {
        return route.key().path().equals("$default") ? "" : route.key().method();
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
