package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Reachability;
import dev.tollgate.check.Report;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A route that refuses every token that the clients of the environment can obtain.
 *
 * <p>Silent on an issuer that is not Cognito, and on a route whose every scope is unknown, which is a finding already.
 * On REST, a client of another environment on the same pool may still get through.
 */
final class UnreachableRoute {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "unreachable-route",
                    Severity.ERROR,
                    "a secured route that no client can obtain a token for",
                    UnreachableInTerraform::judge)
            .andOfFile(UnreachableRoute::judge)
            .needing("clients", "resource_servers", "user_pool.source", "authorizer.issuer")
            .formerly("unobtainable-scope");

    private UnreachableRoute() {}

    private static void judge(Environment environment, Report report) {
        if (environment.userPool().isEmpty()) {
            return;
        }
        for (Reachability.RouteTokens reach : Reachability.of(environment).routes()) {
            if (!reach.tokens().isEmpty() || isOfUnknownScopes(reach.route(), environment)) {
                continue;
            }
            KeyPath path = KeyPath.of("routes", reach.route().key());
            String named = "can obtain a token that route `" + reach.route().key() + "` accepts";
            String why = reasons(reach.route(), environment.clients());
            if (environment.kind() == ApiKind.REST && environment.sharesUserPool()) {
                report.warning(
                        path,
                        "no client of this environment " + named + ", only other clients of the user pool: " + why,
                        UnreachableHint.of(reach.route(), environment));
            } else {
                report.error(path, "no client " + named + ": " + why, UnreachableHint.of(reach.route(), environment));
            }
        }
    }

    private static boolean isOfUnknownScopes(Route route, Environment environment) {
        List<String> scopes = route.authorization().scopes();
        return !scopes.isEmpty() && scopes.stream().allMatch(scope -> UnknownScopeInFile.isNowhere(scope, environment));
    }

    private static String reasons(Route route, List<AppClient> clients) {
        Map<String, List<String>> reasons = new TreeMap<>();
        for (AppClient client : clients) {
            reasons.computeIfAbsent(Reachability.whyNot(route, client), reason -> new ArrayList<>())
                    .add(client.id());
        }
        return clients.isEmpty()
                ? "there is no client"
                : reasons.entrySet().stream()
                        .map(reason -> (reason.getValue().size() == 1 ? "client " : "each of the clients ")
                                + Wording.listed(reason.getValue()) + " " + reason.getKey())
                        .collect(Collectors.joining("; "));
    }
}
