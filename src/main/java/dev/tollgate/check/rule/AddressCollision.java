package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.CustomDomain;
import dev.tollgate.model.Environment;
import dev.tollgate.model.EventSources;
import dev.tollgate.model.Label;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.Layer;
import dev.tollgate.model.ResourceServer;
import dev.tollgate.model.Route;
import dev.tollgate.model.RouteKey;
import dev.tollgate.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Names that differ in the file and not in the addresses made of them, which are lower case and know no {@code -}: one
 * of the two would be lost.
 */
final class AddressCollision {

    static final CheckRule RULE = CheckRule.ofFile(
                    "address-collision",
                    Severity.ERROR,
                    "two keys get the same name in Terraform",
                    AddressCollision::judge)
            .neverAccepted();

    private AddressCollision() {}

    private static void judge(Environment environment, Report report) {
        List<Addressed> routes = environment.routes().stream()
                .map(route -> new Addressed(
                        "routes",
                        route.key().toString(),
                        route.key().id(environment.kind()),
                        route.key().method() + place(route.key().shape(), environment.kind()),
                        KeyPath.of("routes", route.key())))
                .toList();
        Set<KeyPath> reported = collide(routes, Set.of(), report);
        if (environment.kind() == ApiKind.REST) {
            collide(resources(environment), reported, report);
        }
        Set<KeyPath> packed = collide(functions(environment), Set.of(), report);
        packed.addAll(collide(named("layers", environment.layers(), Layer::id, Layer::label), Set.of(), report));
        collide(objects(environment), packed, report);
        events(environment, report);
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
        collide(groups(environment), Set.of(), report);
        collide(identityProviders(environment), Set.of(), report);
        environment.customDomain().ifPresent(domain -> collide(certificateNames(domain), Set.of(), report));
    }

    /** The role of a function's schedules stands among those of functions. */
    private static List<Addressed> functions(Environment environment) {
        List<Addressed> functions =
                new ArrayList<>(named("functions", environment.functions(), LambdaFunction::id, LambdaFunction::label));
        for (LambdaFunction.Packaged function : environment.packagedFunctions()) {
            if (!function.events().schedules().isEmpty()) {
                functions.add(new Addressed(
                        "functions",
                        "the schedules of " + function.id(),
                        function.label() + "_schedules",
                        function.id() + ".schedules",
                        KeyPath.of("functions", function.id(), "schedules")));
            }
        }
        return functions;
    }

    /** The packages that go by way of a bucket: those of layers stand among those of functions. */
    private static List<Addressed> objects(Environment environment) {
        return environment.packed().stream()
                .filter(packed -> packed.packageBucket().isPresent())
                .map(packed -> new Addressed(
                        "packages of",
                        packed.id(),
                        packed instanceof Layer layer ? layer.objectLabel() : Label.ofKey(packed.id()),
                        packed.title(),
                        KeyPath.of(packed.section(), packed.id())))
                .toList();
    }

    /** What calls functions, each by its name and what of that stands in its address. */
    private static void events(Environment environment, Report report) {
        collide(events(environment, "schedules", EventSources::schedules, name -> name), Set.of(), report);
        collide(events(environment, "topics", EventSources::topics, EventSources::label), Set.of(), report);
        collide(events(environment, "queues", EventSources::queueArns, EventSources::label), Set.of(), report);
        collide(events(environment, "streams", EventSources::streamSources, EventSources::label), Set.of(), report);
    }

    private static List<Addressed> events(
            Environment environment,
            String what,
            Function<EventSources, List<String>> names,
            UnaryOperator<String> label) {
        List<Addressed> events = new ArrayList<>();
        for (LambdaFunction.Packaged function : environment.packagedFunctions()) {
            for (String name : names.apply(function.events())) {
                events.add(new Addressed(
                        what,
                        name,
                        function.label() + "_" + Label.ofKey(label.apply(name)),
                        function.id() + "." + name,
                        KeyPath.of("functions", function.id(), what)));
            }
        }
        return events;
    }

    private static List<Addressed> groups(Environment environment) {
        return environment.groups().stream()
                .map(group -> new Addressed(
                        "groups",
                        group.name(),
                        group.label(),
                        group.name(),
                        KeyPath.of("user_pool", "groups", group.name())))
                .toList();
    }

    private static List<Addressed> identityProviders(Environment environment) {
        return environment.identityProviders().stream()
                .map(provider -> new Addressed(
                        "identity providers",
                        provider.name(),
                        provider.label(),
                        provider.name(),
                        KeyPath.of("user_pool", "identity_providers", provider.name())))
                .toList();
    }

    /** Each path resource; the root is one too where CORS makes an OPTIONS method of each path. */
    private static List<Addressed> resources(Environment environment) {
        List<Addressed> resources = new ArrayList<>();
        for (Route route : environment.routes()) {
            if (route.key().segments().isEmpty() && environment.cors().isPresent()) {
                resources.add(resource(List.of(), route.key()));
            }
            route.key().resources().forEach(segments -> resources.add(resource(segments, route.key())));
        }
        return resources;
    }

    private static Addressed resource(List<String> segments, RouteKey key) {
        return new Addressed(
                "paths",
                "/" + String.join("/", segments),
                RouteKey.pathId(segments, ApiKind.REST, "root"),
                place(RouteKey.shape(segments), ApiKind.REST),
                KeyPath.of("routes", key));
    }

    /** A REST API has one parameter in each place, greedy or not: another rule says so. */
    private static String place(String shape, ApiKind kind) {
        return kind == ApiKind.REST ? shape.replace("{+}", "{}") : shape;
    }

    private static List<Addressed> certificateNames(CustomDomain domain) {
        KeyPath path = KeyPath.of("custom_domain");
        List<Addressed> names = new ArrayList<>();
        for (int i = 0; i < domain.certificateNames().size(); i++) {
            names.add(certificateName(
                    domain.certificateNames().get(i),
                    path.child("certificate_names").child(String.valueOf(i))));
        }
        domain.api().ifPresent(name -> names.add(certificateName(name, path.child("api"))));
        domain.auth().ifPresent(name -> names.add(certificateName(name, path.child("auth"))));
        return names;
    }

    private static Addressed certificateName(String name, KeyPath path) {
        String proving = CustomDomain.proving(name);
        return new Addressed("certificate names", name, Label.part(proving, "name"), proving, path);
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
