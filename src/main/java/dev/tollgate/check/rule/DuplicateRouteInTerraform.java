package dev.tollgate.check.rule;

import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Two routes of an HTTP API, or two parts of a REST path, that differ in a parameter's name at most. */
final class DuplicateRouteInTerraform {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}+]*}");

    private DuplicateRouteInTerraform() {}

    static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Api api : surface.apis()) {
            if (api.kind() == Api.Kind.HTTP) {
                judgeRoutes(infrastructure, api, report);
            }
        }
        judgeParts(infrastructure, report);
    }

    private static void judgeRoutes(Infrastructure infrastructure, Api api, TerraformReport report) {
        Map<String, ApiRoute> seen = new HashMap<>();
        for (ApiRoute route : api.routes()) {
            Optional<String> key =
                    infrastructure.resolve(route.resource().get("route_key")).text();
            if (!route.resource().is("aws_apigatewayv2_route") || key.isEmpty()) {
                continue;
            }
            ApiRoute other = seen.putIfAbsent(PARAMETER.matcher(key.get()).replaceAll("{}"), route);
            if (other != null) {
                report.error(
                        Place.of(route, "route_key"),
                        "routes `" + other.key() + "` (`" + other.resource().address() + "`) and `" + key.get()
                                + "` answer the same requests",
                        "keep one of the two; parameter names do not distinguish routes");
            }
        }
    }

    private static void judgeParts(Infrastructure infrastructure, TerraformReport report) {
        Map<String, Resource> siblings = new HashMap<>();
        for (Resource resource : infrastructure.ofType("aws_api_gateway_resource")) {
            Optional<String> part =
                    infrastructure.resolve(resource.get("path_part")).text();
            if (part.isEmpty() || isOfUnknownParent(infrastructure, resource)) {
                continue;
            }
            Value parent = infrastructure.resolve(resource.get("parent_id"));
            String below = parent.text().orElseGet(() -> parent.references().toString());
            Resource other = siblings.putIfAbsent(
                    below + "/" + PARAMETER.matcher(part.get()).replaceAll("{}"), resource);
            if (other != null) {
                report.error(
                        Place.of(resource, "path_part"),
                        "`" + other.address() + "` and `" + resource.address() + "` are the same part of the same path",
                        "keep one of the two; API Gateway refuses the second");
            }
        }
    }

    /** Instances and plans tell their parents apart by what they hold, which may not be known yet. */
    private static boolean isOfUnknownParent(Infrastructure infrastructure, Resource resource) {
        Value parent = resource.get("parent_id");
        return (!resource.key().isEmpty() || infrastructure.view() == Infrastructure.View.PLAN)
                && !infrastructure.resolve(parent).isCertain()
                && parent.references().isEmpty();
    }
}
