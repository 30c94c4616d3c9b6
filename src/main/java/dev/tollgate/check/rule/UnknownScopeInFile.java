package dev.tollgate.check.rule;

import dev.tollgate.check.Report;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Route;
import dev.tollgate.model.Scope;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A scope that nothing defines: Cognito refuses the client that asks for it, and no token ever carries it.
 *
 * <p>Of a pool made elsewhere, only the resource servers that this file has are known.
 */
final class UnknownScopeInFile {

    private UnknownScopeInFile() {}

    static void judge(Environment environment, Report report) {
        Named.in(environment)
                .filter(scope -> isNowhere(scope.name(), environment))
                .forEach(scope -> report.error(
                        scope.path(),
                        scope.by() + " names the scope `" + scope.name() + "`, which no resource server has",
                        hint(scope.name(), environment)));
        Named.in(environment)
                .filter(scope -> !isKnown(environment, scope.name()) && isForeign(environment, scope.name()))
                .findFirst()
                .ifPresent(scope -> report.note(
                        scope.path(),
                        "whether there is a scope `" + scope.name()
                                + "` cannot be told: the user pool belongs to another environment",
                        "add its resource server to `resource_servers` if this environment makes it"));
    }

    /** Whether {@code scope} is certain not to exist. */
    static boolean isNowhere(String scope, Environment environment) {
        return !isKnown(environment, scope) && !isForeign(environment, scope);
    }

    private static boolean isKnown(Environment environment, String scope) {
        return Scope.isStandard(scope)
                || environment.resourceServers().stream()
                        .anyMatch(server -> server.scopes().contains(scope));
    }

    private static boolean isForeign(Environment environment, String scope) {
        String identifier = Scope.resourceServer(scope);
        return environment.userPool().isPresent()
                && !environment.createsUserPool()
                && !identifier.isEmpty()
                && environment.resourceServers().stream()
                        .noneMatch(server -> server.identifier().equals(identifier));
    }

    private static String hint(String scope, Environment environment) {
        List<String> known = environment.resourceServers().stream()
                .flatMap(server -> server.scopes().stream())
                .toList();
        return known.stream()
                .filter(full -> full.endsWith("/" + scope))
                .findFirst()
                .map(full -> "did you mean `" + full + "`?")
                .orElse(Wording.meant(scope, known, "resource_servers"));
    }

    /** A scope, where it is named, and by what. */
    private record Named(String name, KeyPath path, String by) {

        /** Every scope that a client names, and a route unless its tokens come from elsewhere. */
        static Stream<Named> in(Environment environment) {
            Stream<Named> clients = environment.clients().stream()
                    .flatMap(client ->
                            named(client.scopes(), KeyPath.of("clients", client.id()), "client `" + client.id() + "`"));
            Stream<Named> routes = environment.authorizer().external().isPresent()
                    ? Stream.empty()
                    : environment.routes().stream().flatMap(Named::of);
            return Stream.concat(clients, routes);
        }

        private static Stream<Named> of(Route route) {
            return named(
                    route.authorization().scopes(), KeyPath.of("routes", route.key()), "route `" + route.key() + "`");
        }

        private static Stream<Named> named(List<String> scopes, KeyPath owner, String by) {
            return IntStream.range(0, scopes.size())
                    .mapToObj(
                            i -> new Named(scopes.get(i), owner.child("scopes").child(String.valueOf(i)), by));
        }
    }
}
