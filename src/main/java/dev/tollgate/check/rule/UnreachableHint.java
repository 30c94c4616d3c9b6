package dev.tollgate.check.rule;

import dev.tollgate.model.ApiKind;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Route;
import dev.tollgate.model.Scope;
import java.util.List;
import java.util.Optional;

/** How a route that no token passes becomes reachable. */
final class UnreachableHint {

    private UnreachableHint() {}

    static String of(Route route, Environment environment) {
        List<String> accepted = route.authorization().scopes();
        if (!accepted.isEmpty()) {
            return scoped(accepted.get(0), environment);
        }
        if (environment.kind() == ApiKind.HTTP) {
            return "add a client; its id is the audience that tokens must have";
        }
        String scopes = environment.clients().stream()
                .flatMap(client -> client.customScopes().stream())
                .findFirst()
                .map(scope -> "give the route `scopes`, such as `" + scope + "`")
                .orElse("give the route `scopes` that machines may ask for");
        return environment.clients().stream()
                .filter(AppClient::usesRedirects)
                .findFirst()
                .map(client -> "add `openid` to the `scopes` of client `" + client.id() + "`, or " + scopes)
                .orElse(scopes);
    }

    private static String scoped(String scope, Environment environment) {
        Optional<AppClient> asking = environment.clients().stream()
                .filter(AppClient::usesTokenEndpoint)
                .filter(client -> !Scope.isStandard(scope) || client.usesRedirects())
                .findFirst();
        if (asking.isPresent()) {
            return "add `" + scope + "` to the `scopes` of client `"
                    + asking.get().id() + "`";
        }
        return environment.clients().stream().anyMatch(AppClient::usesInitiateAuth)
                ? "give a client `oauth_flows` and the scope `" + scope + "`, or let the route accept `"
                        + Scope.USER_ADMIN + "`"
                : "add a client with `oauth_flows` that asks for `" + scope + "`";
    }
}
