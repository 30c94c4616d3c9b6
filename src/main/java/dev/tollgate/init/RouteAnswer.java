package dev.tollgate.init;

import dev.tollgate.model.Authorization;
import dev.tollgate.model.Route;
import dev.tollgate.model.RouteKey;
import dev.tollgate.model.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A route as typed on the command line: {@code GET /books = books/read}, {@code GET /health = anonymous: probe ->
 * health}.
 */
public final class RouteAnswer {

    private static final Pattern FUNCTION = Pattern.compile("^(.*?)\\s+->\\s*(\\S+)$", Pattern.DOTALL);
    private static final Pattern ANONYMOUS = Pattern.compile("^anonymous\\s*:\\s*(.*)$", Pattern.DOTALL);

    private RouteAnswer() {}

    /** What is wrong with {@code answer}; {@code functions} are those there are. */
    public static Optional<String> problem(String answer, List<Function> functions) {
        String text = withoutFunction(answer);
        Optional<String> key = RouteKey.problem(key(text));
        if (key.isPresent()) {
            return Optional.of("a method and a path, `GET /books/{id}`; this " + key.get());
        }
        if (access(text).equals("anonymous")) {
            return Optional.of("`anonymous: ` and a reason");
        }
        Matcher anonymous = ANONYMOUS.matcher(access(text));
        if (anonymous.matches() && anonymous.group(1).strip().length() < 3) {
            return Optional.of("`anonymous: ` and a reason of at least 3 characters");
        }
        if (!anonymous.matches() && scopes(text).stream().anyMatch(scope -> !scope.matches("[^/\\s]\\S*/[^/\\s]+"))) {
            return Optional.of("scopes as `resource-server/name`, or `anonymous: ` and a reason");
        }
        String function = function(answer, functions);
        return functions.stream().anyMatch(f -> f.id().equals(function))
                ? Optional.empty()
                : Optional.of(
                        "a function of " + functions.stream().map(Function::id).toList());
    }

    /**
     * The route that {@code answer} writes; it has no {@link #problem}. Without access it demands {@code otherwise}.
     */
    public static Route of(String answer, List<Function> functions, Authorization otherwise) {
        String text = withoutFunction(answer);
        Matcher anonymous = ANONYMOUS.matcher(access(text));
        Authorization authorization = anonymous.matches()
                ? new Authorization.Anonymous(anonymous.group(1).strip())
                : scopes(text).isEmpty() ? otherwise : new Authorization.Scoped(scopes(text));
        return new Route(RouteKey.parse(key(text)), new Target.Function(function(answer, functions)), authorization);
    }

    private static String withoutFunction(String answer) {
        Matcher function = FUNCTION.matcher(answer.strip());
        return function.matches() ? function.group(1) : answer.strip();
    }

    private static String function(String answer, List<Function> functions) {
        Matcher function = FUNCTION.matcher(answer.strip());
        return function.matches() ? function.group(2) : functions.get(0).id();
    }

    private static String key(String text) {
        int equals = text.indexOf('=');
        return (equals < 0 ? text : text.substring(0, equals)).strip().replaceAll("\\s+", " ");
    }

    private static String access(String text) {
        int equals = text.indexOf('=');
        return equals < 0 ? "" : text.substring(equals + 1).strip();
    }

    private static List<String> scopes(String text) {
        return access(text).isEmpty()
                ? List.of()
                : Arrays.stream(access(text).split("[\\s,]+", -1))
                        .filter(scope -> !scope.isEmpty())
                        .toList();
    }
}
