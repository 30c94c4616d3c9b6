package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.lambda_permission.LambdaPermissionConfig;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.Environment;
import dev.tollgate.model.InvokePolicy;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What lets API Gateway call the functions: a statement a route, or one for all routes where a function's policy could
 * not name them.
 */
final class Permissions {

    private final Elements elements;
    private final Environment environment;
    private final Compute compute;
    private final String executionArn;
    private final SortedMap<String, Element> made = new TreeMap<>();
    private final Map<String, InvokePolicy> policies = new HashMap<>();

    /** {@code executionArn} is the API's, with the stage that may call. */
    Permissions(Elements elements, Environment environment, Compute compute, String executionArn) {
        this.elements = elements;
        this.environment = environment;
        this.compute = compute;
        this.executionArn = executionArn;
    }

    /** The permissions of all routes. */
    List<Element> all() {
        environment.routes().forEach(this::of);
        return List.copyOf(made.values());
    }

    /** The permission by which {@code route} calls its function, where it calls one. */
    Optional<Element> of(Route route) {
        return route.target().function().map(id -> {
            Optional<LambdaFunction> shared = environment.function(id).filter(function -> !policy(function)
                    .namesEachRoute());
            return shared.map(this::ofFunction).orElseGet(() -> ofRoute(route, compute.invoked(id)));
        });
    }

    /**
     * What changes when the function called {@code id} gets one permission instead of many, or the reverse; empty where
     * it has too few routes for that. Terraform deletes what leaves the file after the resources that depended on it
     * have changed, and at once if none of them changes: an integration that is replaced with this makes it wait.
     */
    Optional<Memory> turning(String id) {
        return environment
                .function(id)
                .filter(function -> policy(function).mayTurn())
                .map(function -> elements.add(
                        KeyPath.of("functions", id),
                        Memory.ofLatest(
                                function.label() + "_permissions",
                                policy(function).namesEachRoute() ? "one a route" : "one for all routes")));
    }

    /** Made once a function, for it is as long as all its routes. */
    private InvokePolicy policy(LambdaFunction function) {
        return policies.computeIfAbsent(function.id(), id -> InvokePolicy.of(environment, function));
    }

    private Element ofRoute(Route route, InvokedFunction function) {
        return made.computeIfAbsent(
                route.key().id(environment.kind()),
                name -> permission(
                        KeyPath.of("routes", route.key()), name, function, InvokePolicy.resource(route.key())));
    }

    private Element ofFunction(LambdaFunction function) {
        return made.computeIfAbsent(
                "routes_of_" + function.label(),
                name -> permission(KeyPath.of("functions", function.id()), name, compute.invoked(function.id()), "*"));
    }

    /** Made before the one that it replaces is taken away, so that no call between the two is refused. */
    private Element permission(KeyPath source, String name, InvokedFunction function, String resource) {
        String sourceArn = executionArn + "/" + resource;
        return elements.add(source, name, statement(function, "apigateway.amazonaws.com", sourceArn))
                .createdBeforeDestroyed();
    }

    /**
     * What lets {@code principal} call {@code function} for {@code sourceArn}. Its id is its own, for Lambda refuses a
     * second statement of one id, whichever environment made the first.
     */
    static LambdaPermissionConfig statement(InvokedFunction function, String principal, String sourceArn) {
        String id = "substr(sha256(\"" + function.qualifiedName() + " " + sourceArn + "\"), 0, 16)";
        LambdaPermissionConfig.Builder builder = LambdaPermissionConfig.builder()
                .statementId("tollgate-" + Hcl.template(id))
                .action("lambda:InvokeFunction")
                .functionName(function.functionName())
                .principal(principal)
                .sourceArn(sourceArn);
        function.qualifier().ifPresent(builder::qualifier);
        return builder.build();
    }
}
