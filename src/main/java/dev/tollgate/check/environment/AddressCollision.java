package dev.tollgate.check.environment;

import dev.tollgate.check.EnvironmentRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.ResourceServer;
import dev.tollgate.model.Route;
import dev.tollgate.model.RouteKey;
import dev.tollgate.model.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Names that differ in the file and not in the addresses made of them, which are lower case and know no {@code -}: one
 * of the two would be lost.
 */
final class AddressCollision {

    static final EnvironmentRule RULE = new EnvironmentRule(
            "address-collision", Severity.ERROR, "two things become one name in Terraform", AddressCollision::judge);

    private AddressCollision() {}

    private static void judge(Environment environment, Report report) {
        List<Addressed> routes = environment.routes().stream()
                .map(route -> new Addressed(
                        "routes",
                        route.key().toString(),
                        route.key().id(),
                        route.key().method() + route.key().shape(),
                        KeyPath.of("routes", route.key())))
                .toList();
        Set<KeyPath> reported = collide(routes, Set.of(), report);
        if (environment.kind() == ApiKind.REST) {
            collide(
                    environment.routes().stream()
                            .flatMap(AddressCollision::resources)
                            .toList(),
                    reported,
                    report);
        }
        collide(
                named("functions", environment.functions(), LambdaFunction::id, LambdaFunction::label),
                Set.of(),
                report);
        collide(named("clients", environment.clients(), AppClient::id, AppClient::label), Set.of(), report);
        collide(named("tables", environment.tables(), Table::name, Table::id), Set.of(), report);
        collide(
                named(
                        "resource servers",
                        environment.resourceServers(),
                        ResourceServer::identifier,
                        ResourceServer::id),
                Set.of(),
                report);
    }

    private static Stream<Addressed> resources(Route route) {
        return route.key().resources().stream()
                .map(segments -> new Addressed(
                        "paths",
                        "/" + String.join("/", segments),
                        RouteKey.pathId(segments, "root"),
                        RouteKey.shape(segments),
                        KeyPath.of("routes", route.key())));
    }

    private static <T> List<Addressed> named(
            String what, List<T> things, Function<T, String> name, Function<T, String> address) {
        String key = what.replace(' ', '_');
        return things.stream()
                .map(thing -> new Addressed(
                        what,
                        name.apply(thing),
                        address.apply(thing),
                        name.apply(thing),
                        KeyPath.of(key, name.apply(thing))))
                .toList();
    }

    private static Set<KeyPath> collide(List<Addressed> things, Set<KeyPath> silent, Report report) {
        Map<String, Addressed> taken = new HashMap<>();
        Set<KeyPath> reported = new HashSet<>(silent);
        for (Addressed thing : things) {
            Addressed first = taken.putIfAbsent(thing.address(), thing);
            if (first != null && !first.identity().equals(thing.identity()) && reported.add(thing.path())) {
                report.error(
                        thing.path(),
                        "the " + thing.what() + " `" + first.name() + "` and `" + thing.name()
                                + "` would both be called `" + thing.address() + "` in Terraform",
                        "rename one of the two");
            }
        }
        return reported;
    }

    /** A thing and its name in Terraform; what shares an identity is the same thing, or another rule's mistake. */
    private record Addressed(String what, String name, String address, String identity, KeyPath path) {}
}
