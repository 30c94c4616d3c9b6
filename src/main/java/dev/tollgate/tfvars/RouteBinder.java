package dev.tollgate.tfvars;

import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Authorization;
import dev.tollgate.model.Route;
import dev.tollgate.model.RouteKey;
import dev.tollgate.model.Target;
import dev.tollgate.schema.RouteKeys;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes routes. A route that requires nothing requires an authenticated caller. */
record RouteBinder(Problems problems, ApiKind kind) {

    Optional<Route> route(Fields route) {
        Optional<String> problem = RouteKey.problem(route.name(), kind);
        if (problem.isPresent()) {
            problems.report(
                    "invalid-route",
                    route.path(),
                    "route `" + route.name() + "` " + problem.get(),
                    meant(route.name())
                            .map(key -> "did you mean `" + key + "`?")
                            .orElse("write it as `GET /books/{id}`"));
            return Optional.empty();
        }
        return target(route).map(target -> new Route(RouteKey.parse(route.name()), target, authorization(route)));
    }

    /** Empty where nothing is called, which is a finding of the key's. */
    private static Optional<Target> target(Fields route) {
        return Optional.of(route.word(RouteKeys.FUNCTION))
                .filter(id -> !id.isEmpty())
                .map(Target.Function::new);
    }

    private Authorization authorization(Fields route) {
        List<String> scopes = route.texts(RouteKeys.SCOPES);
        Optional<String> anonymous = route.text(RouteKeys.ANONYMOUS);
        if (anonymous.isPresent() && !scopes.isEmpty()) {
            problems.report(
                    "conflicting-keys",
                    route.path().child(RouteKeys.ANONYMOUS.word()),
                    "route `" + route.name() + "` has both `scopes` and `anonymous`",
                    "remove `scopes` or `anonymous`");
        }
        if (!scopes.isEmpty()) {
            return new Authorization.Scoped(scopes);
        }
        return anonymous.<Authorization>map(Authorization.Anonymous::new).orElse(new Authorization.Authenticated());
    }

    /** The route key that was meant, for the usual slips: case, spaces, a forgotten or a trailing slash. */
    private Optional<String> meant(String text) {
        String[] words = text.strip().split("\\s+", -1);
        if (words.length != 2) {
            return Optional.empty();
        }
        String method = words[0].toUpperCase(Locale.ROOT);
        String path = "/" + words[1].replaceAll("^/+|/+$", "").replaceAll("//+", "/");
        String key = method + " " + path.replaceAll(":([A-Za-z0-9_]+)", "{$1}").replaceAll("\\{\\*}|\\*", "{proxy+}");
        return RouteKey.problem(key, kind).isEmpty() ? Optional.of(key) : Optional.empty();
    }
}
