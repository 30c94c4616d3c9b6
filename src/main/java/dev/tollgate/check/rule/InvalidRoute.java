package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.Optional;
import java.util.regex.Pattern;

/** API Gateway takes a route's key, or a resource's path part, for something else than was meant, or not at all. */
final class InvalidRoute {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "invalid-route",
                    Severity.ERROR,
                    "a route that API Gateway refuses, or that nobody can call",
                    InvalidRoute::judge)
            .formerly("invalid-route-key");

    private static final String KEY = "route_key";
    private static final String PART = "path_part";
    private static final Pattern ROUTE = Pattern.compile("(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY) /.*");
    private static final Pattern SEGMENT = Pattern.compile("[^{}/]*|\\{[A-Za-z0-9._:-]+\\+?}");

    private InvalidRoute() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Api api : surface.apis()) {
            for (ApiRoute route : api.routes()) {
                if (api.kind() == Api.Kind.HTTP && route.resource().is("aws_apigatewayv2_route")) {
                    judgeKey(infrastructure, route, report);
                }
            }
        }
        for (Resource resource : infrastructure.ofType("aws_api_gateway_resource")) {
            judgePart(infrastructure, resource, report);
        }
    }

    private static void judgeKey(Infrastructure infrastructure, ApiRoute route, TerraformReport report) {
        Value written = infrastructure.resolve(route.resource().get(KEY));
        Place place = Place.of(route, KEY);
        if (!report.knows(place, written)) {
            return;
        }
        String key = written.text().orElse("");
        if (key.equals("$default")) {
            return;
        }
        if (!ROUTE.matcher(key).matches()) {
            report.error(
                    place,
                    "`" + key + "` (`" + place.subject() + "`) is not a route key of an HTTP API",
                    "a method in capitals or `ANY`, one space, and a path that begins with `/`; or `$default`");
            return;
        }
        String path = key.substring(key.indexOf(' ') + 1);
        wrongSegment(path).ifPresentOrElse(wrong -> report.error(place, "`" + key + "`: " + wrong, hint()), () -> {
            if (path.length() > 1 && path.endsWith("/")) {
                report.warning(
                        place,
                        "`" + key + "` is not the route without `/` at its end, which callers use",
                        "remove the last `/`");
            }
        });
    }

    private static Optional<String> wrongSegment(String path) {
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            if (!SEGMENT.matcher(segments[i]).matches()) {
                return Optional.of("`" + segments[i] + "` is neither text nor one parameter");
            }
            if (segments[i].endsWith("+}") && i < segments.length - 1) {
                return Optional.of("`" + segments[i] + "` matches the rest of the path, and is not its last part");
            }
        }
        return Optional.empty();
    }

    private static String hint() {
        return "a parameter is a whole part of the path, `{id}`; a greedy one, `{proxy+}`, comes last";
    }

    private static void judgePart(Infrastructure infrastructure, Resource resource, TerraformReport report) {
        Value written = infrastructure.resolve(resource.get(PART));
        Place place = Place.of(resource, PART);
        if (!report.knows(place, written)) {
            return;
        }
        String part = written.text().orElse("");
        if (part.isEmpty() || part.contains("/") || !SEGMENT.matcher(part).matches()) {
            report.error(
                    place,
                    "`" + part + "` (`" + resource.address() + "`) is not a valid part of a path",
                    "write one part per resource, without `/`; a parameter is a whole part, `{id}` or `{proxy+}`");
        }
    }
}
