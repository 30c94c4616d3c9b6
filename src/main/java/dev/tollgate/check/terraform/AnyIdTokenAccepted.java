package dev.tollgate.check.terraform;

import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Access;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.Route;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;

/** A REST method without scopes takes the ID token of whichever app client; there is no audience to stop it. */
final class AnyIdTokenAccepted {

    static final TerraformRule RULE = new TerraformRule(
            "any-id-token-accepted",
            Severity.ERROR,
            "a REST method that takes the ID token of any app client",
            AnyIdTokenAccepted::judge);

    private static final String SCOPES = "authorization_scopes";

    private AnyIdTokenAccepted() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Api api : surface.apis()) {
            if (api.kind() == Api.Kind.REST) {
                api.routes().forEach(route -> judge(route, report));
            }
        }
    }

    private static void judge(Route route, TerraformReport report) {
        if (!(route.access() instanceof Access.Token token)) {
            return;
        }
        Place place = Place.of(route, SCOPES);
        if (token.scopes().isNone()) {
            report.error(
                    place,
                    "`" + route.key() + "` (`" + place.subject()
                            + "`) demands no scope: it takes every ID token of the user pool, whichever app client it"
                            + " was issued to, and refuses access tokens",
                    "name the scopes it demands in `authorization_scopes`; it then takes access tokens only");
        } else if (!token.scopes().certain() && token.scopes().names().isEmpty()) {
            report.undecided(place, "`" + SCOPES + "` is not known");
        }
    }
}
