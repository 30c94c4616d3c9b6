package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Access;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.Route;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;

/** A route that demands a scope which no token can carry refuses everybody. */
final class UnobtainableScope {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "unobtainable-scope", Severity.ERROR, "a route's scope that no token can carry", UnobtainableScope::judge);

    private static final String SCOPES = "authorization_scopes";

    private UnobtainableScope() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        Issuers issuers = new Issuers(infrastructure, surface);
        for (Api api : surface.apis()) {
            for (Route route : api.routes()) {
                route.access().token().ifPresent(token -> judge(route, token, issuers, report));
            }
        }
    }

    private static void judge(Route route, Access.Token token, Issuers issuers, TerraformReport report) {
        Place place = Place.of(route, SCOPES);
        if (!token.scopes().certain()) {
            report.undecided(place, "`" + SCOPES + "` is not known");
        }
        if (token.scopes().names().isEmpty() || issuers.areForeign(token)) {
            return;
        }
        Issuers.Grants grants = issuers.grants(token);
        for (String scope : token.scopes().names()) {
            boolean defined = grants.defined().names().contains(scope) || !scope.contains("/");
            if (!defined && grants.defined().certain()) {
                report.error(
                        place,
                        "`" + route.key() + "` demands scope `" + scope + "`, which no resource server defines",
                        Wording.meant(scope, grants.defined().names(), "aws_cognito_resource_server"));
            } else if (!grants.granted().names().contains(scope)) {
                judgeUngranted(route, scope, grants, report);
            }
        }
    }

    private static void judgeUngranted(Route route, String scope, Issuers.Grants grants, TerraformReport report) {
        Place place = Place.of(route, SCOPES);
        if (grants.granted().certain()) {
            report.error(
                    place,
                    "`" + route.key() + "` demands scope `" + scope + "`, which no app client may ask for",
                    "add it to an app client's `allowed_oauth_scopes`");
        } else {
            report.undecided(place, "not every app client whose tokens it takes is known");
        }
    }
}
