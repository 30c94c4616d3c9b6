package dev.tollgate.check.terraform;

import dev.tollgate.check.Wording;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Access;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.Authorizer;
import dev.tollgate.surface.Route;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import java.util.List;
import java.util.Optional;

/** An authorizer was made and no route names it: what it was made for stands open, or it is left over. */
final class OpenByOmission {

    static final TerraformRule RULE = new TerraformRule(
            "open-by-omission", Severity.ERROR, "an authorizer that no route names", OpenByOmission::judge);

    private OpenByOmission() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Api api : surface.apis()) {
            api.authorizers().forEach(authorizer -> judge(api, authorizer, report));
        }
    }

    private static void judge(Api api, Authorizer authorizer, TerraformReport report) {
        boolean used = api.routes().stream()
                .anyMatch(route -> named(route).filter(authorizer::equals).isPresent());
        if (used) {
            return;
        }
        Place place = Place.of(authorizer.resource());
        boolean certain = api.certain() && api.routes().stream().noneMatch(OpenByOmission::mayNameAny);
        List<String> open = api.routes().stream()
                .filter(route -> route.access() instanceof Access.Open && !route.isPreflight())
                .map(Route::key)
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
                    "name it in the `authorizer_id` of the routes that it was made for");
        }
    }

    private static Optional<Authorizer> named(Route route) {
        if (route.access() instanceof Access.Token token) {
            return token.authorizer();
        }
        return route.access() instanceof Access.Custom custom ? custom.authorizer() : Optional.empty();
    }

    private static boolean mayNameAny(Route route) {
        boolean demands = route.access() instanceof Access.Token || route.access() instanceof Access.Custom;
        return route.access() instanceof Access.Undecided
                || (demands && named(route).isEmpty());
    }
}
