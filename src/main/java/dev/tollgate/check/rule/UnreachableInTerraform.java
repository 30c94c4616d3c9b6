package dev.tollgate.check.rule;

import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.check.Wording;
import dev.tollgate.surface.Access;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A route whose scopes no app client may ask for; one of them would do. Scopes that are not there are another rule's.
 */
final class UnreachableInTerraform {

    private static final String SCOPES = "authorization_scopes";

    private UnreachableInTerraform() {}

    static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        Issuers issuers = new Issuers(infrastructure, surface);
        for (Api api : surface.apis()) {
            for (ApiRoute route : api.routes()) {
                route.access()
                        .token()
                        .filter(token -> !issuers.areForeign(token))
                        .ifPresent(token -> judge(route, token, issuers.grants(token), report));
            }
        }
    }

    private static void judge(ApiRoute route, Access.Token token, Issuers.Grants grants, TerraformReport report) {
        Place place = Place.of(route, SCOPES);
        SortedSet<String> demanded = new TreeSet<>(token.scopes().names());
        if (!token.scopes().certain()) {
            report.undecided(place, "`" + SCOPES + "` is not known");
            return;
        }
        demanded.removeIf(scope -> scope.contains("/")
                && grants.defined().certain()
                && !grants.defined().names().contains(scope));
        if (demanded.isEmpty()
                || !Collections.disjoint(demanded, grants.granted().names())) {
            return;
        }
        if (grants.granted().certain()) {
            report.error(
                    place,
                    "no app client can obtain a token that route `" + route.key() + "` accepts: none may ask for "
                            + Wording.listed(demanded),
                    "add `" + demanded.first() + "` to an app client's `allowed_oauth_scopes`");
        } else {
            report.undecided(place, "not every app client whose tokens it takes is known");
        }
    }
}
