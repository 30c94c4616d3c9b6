package dev.tollgate.check.rule;

import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Route;
import dev.tollgate.model.RouteKey;

/**
 * A browser's preflight carries no token. On HTTP, a secured route that matches OPTIONS refuses it before CORS is
 * looked at; on REST, CORS makes the OPTIONS methods itself, and a second one on the same path cannot be.
 */
final class PreflightBlockedInFile {

    private PreflightBlockedInFile() {}

    static void judge(Environment environment, Report report) {
        if (environment.cors().isEmpty()) {
            return;
        }
        for (Route route : environment.routes()) {
            RouteKey key = route.key();
            if (environment.kind() == ApiKind.REST && key.method().equals("OPTIONS")) {
                report.error(
                        KeyPath.of("routes", key),
                        "route `" + key + "` is made by `cors` already",
                        "remove the route, or `cors`");
            }
            boolean catches = key.method().equals("OPTIONS") || key.method().equals("ANY");
            if (environment.kind() == ApiKind.HTTP && route.isSecured() && catches && !isRelieved(key, environment)) {
                report.warning(
                        KeyPath.of("routes", key),
                        "route `" + key + "` answers preflights, and refuses them: they carry no token",
                        key.method().equals("OPTIONS")
                                ? "remove the route; `cors` answers preflights"
                                : "name the methods that the route answers, or add `OPTIONS " + openPath(key)
                                        + "` with `anonymous`");
            }
        }
    }

    /** Whether an open OPTIONS route takes the preflights: an explicit method beats ANY, a path beats $default. */
    private static boolean isRelieved(RouteKey key, Environment environment) {
        String shape = RouteKey.parse("OPTIONS " + openPath(key)).shape();
        return environment.routes().stream()
                .anyMatch(other -> !other.isSecured()
                        && other.key().method().equals("OPTIONS")
                        && other.key().shape().equals(shape));
    }

    private static String openPath(RouteKey key) {
        return key.isDefault() ? "/{proxy+}" : key.path();
    }
}
