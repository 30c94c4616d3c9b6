package dev.tollgate.init;

import dev.tollgate.model.Route;
import dev.tollgate.model.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * Many routes of one function, spread over several of the same source: a function's resource policy names each route
 * that may call it, and takes 20 KB. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
public record Spread(List<Function> functions, List<Route> routes) {

    private static final int ROUTES_OF_A_FUNCTION = 40;

    public Spread {
        functions = List.copyOf(functions);
        routes = List.copyOf(routes);
    }

    /** {@code routes} over {@code functions}, and further ones where one would have too many. */
    public static Spread of(List<Function> functions, List<Route> routes) {
        List<Function> all = new ArrayList<>();
        List<Route> spread = new ArrayList<>(routes);
        for (Function function : functions) {
            all.add(function);
            if (function instanceof Function.Source source) {
                all.addAll(further(source, spread));
            }
        }
        return new Spread(all, spread);
    }

    /** Gives routes beyond those that {@code source} can have to further functions, and returns these. */
    private static List<Function> further(Function.Source source, List<Route> routes) {
        List<Function> further = new ArrayList<>();
        int count = 0;
        for (int i = 0; i < routes.size(); i++) {
            Route route = routes.get(i);
            if (!route.target().calls(source.id())) {
                continue;
            }
            int part = count++ / ROUTES_OF_A_FUNCTION;
            if (part == 0) {
                continue;
            }
            String id = source.id() + "-" + (part + 1);
            if (further.size() < part) {
                further.add(new Function.Source(id, source.folder(), source.language()));
            }
            routes.set(i, new Route(route.key(), new Target.Function(id), route.authorization()));
        }
        return further;
    }
}
