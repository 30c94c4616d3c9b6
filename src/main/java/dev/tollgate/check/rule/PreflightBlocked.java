package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Value;

/** A browser's preflight carries no token; a route that requires one refuses it, and the page with it. */
final class PreflightBlocked {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "preflight-blocked",
                    Severity.ERROR,
                    "a route that refuses browsers' preflights",
                    PreflightBlocked::judge)
            .andOfFile(PreflightBlockedInFile::judge)
            .needing("routes");

    private PreflightBlocked() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Api api : surface.apis()) {
            Value cors = infrastructure.resolve(api.resource().argument("cors_configuration"));
            boolean forBrowsers = api.kind() == Api.Kind.REST
                    ? api.routes().stream().anyMatch(route -> route.isPreflight() && isOpen(route))
                    : !cors.items().isEmpty();
            for (ApiRoute route : api.routes()) {
                judge(api, route, forBrowsers, report);
            }
        }
    }

    private static void judge(Api api, ApiRoute route, boolean forBrowsers, TerraformReport report) {
        boolean catches = route.isPreflight() || (forBrowsers && catchesPreflights(api, route));
        if (!catches || isOpen(route)) {
            return;
        }
        Place place = Place.of(route);
        if (route.access().unknown().isPresent()) {
            report.undecided(place, route.access().unknown().get());
        } else {
            report.warning(
                    place,
                    "`" + route.key() + "` (`" + place.subject()
                            + "`) answers preflights, and refuses them: they carry no" + " token",
                    route.isPreflight()
                            ? "make `OPTIONS` require nothing"
                            : "name the methods that the route answers, or add `OPTIONS " + openPath(route)
                                    + "` that requires nothing");
        }
    }

    private static boolean isOpen(ApiRoute route) {
        return route.access().isOpen();
    }

    private static boolean catchesPreflights(Api api, ApiRoute route) {
        boolean all = route.method().equals("ANY") || route.path().equals("$default");
        return all
                && api.routes().stream()
                        .noneMatch(other -> other.isPreflight()
                                && isOpen(other)
                                && shape(other.path()).equals(shape(openPath(route))));
    }

    private static String openPath(ApiRoute route) {
        return route.path().equals("$default") ? "/{proxy+}" : route.path();
    }

    /** The path without the names of its parameters. */
    private static String shape(String path) {
        return path.replaceAll("\\{[^}+]*}", "{}").replaceAll("\\{[^}]*\\+}", "{+}");
    }
}
