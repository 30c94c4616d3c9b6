package dev.tollgate.check.rule;

import dev.tollgate.check.Reachability;
import dev.tollgate.check.Report;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A route without scopes lets every token pass that its kind of API takes. That is right where one client is all there
 * is, and no scopes are; where callers differ, the route should say which it means.
 */
final class AnyTokenAcceptedInFile {

    private AnyTokenAcceptedInFile() {}

    static void judge(Environment environment, Report report) {
        for (Reachability.RouteTokens reach : Reachability.of(environment).routes()) {
            if (reach.route().authorization().scopes().isEmpty()
                    && !reach.tokens().isEmpty()
                    && differ(reach, environment)) {
                boolean http = environment.kind() == ApiKind.HTTP;
                report.warning(
                        KeyPath.of("routes", reach.route().key()),
                        "route `" + reach.route().key() + "` lets "
                                + (http
                                        ? "any token pass, ID tokens too: those of "
                                        : "any ID token of the user pool pass: those of ")
                                + Wording.listed(clients(reach))
                                + (environment.sharesUserPool() && !http ? " and of other environments" : ""),
                        hint(environment));
            }
        }
    }

    private static boolean differ(Reachability.RouteTokens reach, Environment environment) {
        boolean scopesUnused = environment.kind() == ApiKind.HTTP
                && reach.tokens().stream()
                        .anyMatch(token -> !token.client().customScopes().isEmpty());
        boolean foreign = environment.kind() == ApiKind.REST && environment.sharesUserPool();
        return scopesUnused || foreign || clients(reach).size() > 1;
    }

    private static Set<String> clients(Reachability.RouteTokens reach) {
        return reach.tokens().stream().map(token -> token.client().id()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String hint(Environment environment) {
        List<String> scopes = environment.resourceServers().stream()
                .flatMap(server -> server.scopes().stream())
                .toList();
        return scopes.isEmpty()
                ? "define scopes in `resource_servers`, and give the route `scopes`"
                : "give the route `scopes`, of " + Wording.listed(scopes);
    }
}
