package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Definition;
import dev.tollgate.model.Environment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A REST API whose routes are resources of Terraform's, and what that costs. */
final class RoutesAsResources {

    static final CheckRule RULE = CheckRule.ofFile(
                    "routes-as-resources",
                    Severity.NOTE,
                    "what it costs that the routes of a REST API are resources",
                    RoutesAsResources::judge)
            .needing("routes");

    /** The API, its stage, deployment, settings and authorizer. */
    private static final int WHATEVER_THE_ROUTES = 6;
    /** The method and the integration of a route. */
    private static final int OF_A_ROUTE = 2;
    /** The same of a preflight, and two of its answer. */
    private static final int OF_A_PREFLIGHT = 4;

    private RoutesAsResources() {}

    private static void judge(Environment environment, Report report) {
        if (environment.kind() != ApiKind.REST || environment.definition() != Definition.RESOURCES) {
            return;
        }
        report.note(
                KeyPath.of("definition"),
                "the routes are resources of Terraform's: a removed route is answered until `tollgate deploy` takes one"
                        + " more step, and a plan asks API Gateway some " + calls(environment)
                        + " times, at 10 a second",
                "set `definition = \"openapi\"`, and change nothing else in the same edit: the API keeps its id, URL and"
                        + " stage, and a plan asks some 5 times");
    }

    /** What a plan reads of the routes: each resource is one call. */
    private static int calls(Environment environment) {
        Set<List<String>> resources = new HashSet<>();
        Set<String> paths = new TreeSet<>();
        environment.routes().forEach(route -> {
            resources.addAll(route.key().resources());
            paths.add(route.key().path());
        });
        int preflights = environment.cors().isPresent() ? OF_A_PREFLIGHT * paths.size() : 0;
        return WHATEVER_THE_ROUTES
                + resources.size()
                + OF_A_ROUTE * environment.routes().size()
                + preflights;
    }
}
