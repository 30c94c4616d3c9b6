package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.Authorizer;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import java.util.List;
import java.util.Optional;

/** An authorizer was made and no route names it: what it was made for stands open, or it is left over. */
final class OpenByOmission {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "open-by-omission", Severity.ERROR, "an authorizer that no route names", OpenByOmission::judge);

    private static final String ID = "authorizer_id";

    private OpenByOmission() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Api api : surface.apis()) {
            api.authorizers().forEach(authorizer -> judge(infrastructure, api, authorizer, report));
            if (!api.authorizers().isEmpty()) {
                api.routes().forEach(route -> writtenOut(infrastructure, api, route)
                        .ifPresent(id -> report.warning(
                                Place.of(route, ID),
                                "`" + route.key() + "` (`" + route.resource().address() + "`) names authorizer `" + id
                                        + "` by a hard-coded id, and `"
                                        + api.authorizers().get(0).resource().address() + "` is made here",
                                "refer to it: `authorizer_id = "
                                        + api.authorizers().get(0).resource().address() + ".id`")));
            }
        }
    }

    /** The id of an authorizer that is none of those here. */
    private static Optional<String> writtenOut(Infrastructure infrastructure, Api api, ApiRoute route) {
        boolean own = route.resource().is("aws_api_gateway_method")
                || route.resource().is("aws_apigatewayv2_route");
        if (!own
                || named(route).isPresent()
                || api.authorizers().stream().anyMatch(one -> one.resource().isSame(api.resource()))) {
            return Optional.empty();
        }
        return infrastructure.resolve(route.resource().get(ID)).text().filter(id -> !id.isEmpty());
    }

    private static void judge(Infrastructure infrastructure, Api api, Authorizer authorizer, TerraformReport report) {
        boolean used = api.routes().stream()
                .anyMatch(route -> named(route).filter(authorizer::isSame).isPresent());
        if (used) {
            return;
        }
        Place place = Place.of(authorizer.resource());
        boolean certain = api.certain()
                && api.routes().stream()
                        .noneMatch(route -> mayNameAny(route)
                                && writtenOut(infrastructure, api, route).isEmpty());
        List<String> open = api.routes().stream()
                .filter(route -> route.access().isOpen() && !route.isPreflight())
                .map(ApiRoute::key)
                .toList();
        if (!certain) {
            report.undecided(place, "not every route's authorizer is known");
        } else if (open.isEmpty()) {
            report.warning(
                    place,
                    "no route names authorizer `" + authorizer.resource().address() + "`",
                    "delete it, or name it in the `authorizer_id` of a route");
        } else {
            report.error(
                    place,
                    "no route names authorizer `" + authorizer.resource().address() + "`, and anyone may call "
                            + Wording.listed(open),
                    "name it in the `authorizer_id` of the routes that it is for");
        }
    }

    private static Optional<Authorizer> named(ApiRoute route) {
        return route.access().authorizer();
    }

    private static boolean mayNameAny(ApiRoute route) {
        return route.access().unknown().isPresent()
                || (route.access().isJudged() && named(route).isEmpty());
    }
}
