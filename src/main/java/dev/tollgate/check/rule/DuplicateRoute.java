package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Route;
import dev.tollgate.model.RouteKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Routes that API Gateway cannot have side by side: two of the same method and shape, and on REST two parameters at one
 * place of the tree, where it takes a single one whatever the method.
 */
final class DuplicateRoute {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "duplicate-route",
                    Severity.ERROR,
                    "two routes answer the same requests, or one path names a parameter in two ways",
                    DuplicateRouteInTerraform::judge)
            .andOfFile(DuplicateRoute::judge)
            .formerly("invalid-route-key")
            .neverAccepted();

    private DuplicateRoute() {}

    private static void judge(Environment environment, Report report) {
        Map<String, RouteKey> shapes = new HashMap<>();
        Map<String, RouteKey> parameters = new HashMap<>();
        for (Route route : environment.routes()) {
            RouteKey key = route.key();
            RouteKey same = shapes.putIfAbsent(key.method() + key.shape(), key);
            if (same != null) {
                report.error(
                        KeyPath.of("routes", key),
                        "routes `" + same + "` and `" + key + "` answer the same requests",
                        "keep one of the two; parameter names do not distinguish routes");
            } else if (environment.kind() == ApiKind.REST) {
                sibling(key, parameters, report);
            }
        }
    }

    private static void sibling(RouteKey key, Map<String, RouteKey> parameters, Report report) {
        for (List<String> resource : key.resources()) {
            int last = resource.size() - 1;
            if (!resource.get(last).startsWith("{")) {
                continue;
            }
            String parent = String.join("/", resource.subList(0, last));
            RouteKey first = parameters.putIfAbsent(parent, key);
            if (first != null && !first.segments().get(last).equals(resource.get(last))) {
                report.error(
                        KeyPath.of("routes", key),
                        "below `/" + parent + "`, a REST API takes one parameter: `" + first + "` has `"
                                + first.segments().get(last) + "`, `" + key + "` has `" + resource.get(last) + "`",
                        resource.get(last).contains("+")
                                        == first.segments().get(last).contains("+")
                                ? "call the parameter the same in both, or choose `api_type = \"http\"`"
                                : "move one of the two below another segment, or choose `api_type = \"http\"`");
                return;
            }
        }
    }
}
