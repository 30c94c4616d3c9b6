package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Access;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.CognitoPool;
import dev.tollgate.surface.PoolClient;
import dev.tollgate.surface.Scopes;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import java.util.Optional;

/** A scope that nothing defines: Cognito refuses the client that asks for it, and no token ever carries it. */
final class UnknownScope {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "unknown-scope",
                    Severity.ERROR,
                    "a route or a client names a scope that no resource server has",
                    UnknownScope::judge)
            .andOfFile(UnknownScopeInFile::judge)
            .needing("resource_servers", "user_pool.source", "authorizer.issuer")
            .formerly("scope-without-resource-server", "unobtainable-scope");

    private static final String OF_CLIENT = "allowed_oauth_scopes";
    private static final String OF_ROUTE = "authorization_scopes";

    private UnknownScope() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (PoolClient client : surface.clients()) {
            judge(client, surface, report);
        }
        Issuers issuers = new Issuers(infrastructure, surface);
        for (Api api : surface.apis()) {
            for (ApiRoute route : api.routes()) {
                route.access()
                        .token()
                        .filter(token -> !issuers.areForeign(token))
                        .ifPresent(token ->
                                judge(route, token, issuers.grants(token).defined(), report));
            }
        }
    }

    private static void judge(PoolClient client, Surface surface, TerraformReport report) {
        Place place = Place.of(client.resource(), OF_CLIENT);
        if (!client.scopes().certain()) {
            report.undecided(place, "`" + OF_CLIENT + "` is not known");
        }
        Optional<CognitoPool> pool = surface.poolOf(client);
        String by = "app client `" + client.resource().address() + "`";
        for (String scope : client.scopes().names()) {
            if (scope.contains("/") && pool.isEmpty()) {
                report.undecided(place, "its user pool is not in this configuration");
            } else if (scope.contains("/")) {
                judge(scope, by, place, pool.get().scopes(), report);
            }
        }
    }

    private static void judge(ApiRoute route, Access.Token token, Scopes defined, TerraformReport report) {
        Place place = Place.of(route, OF_ROUTE);
        if (!token.scopes().certain()) {
            report.undecided(place, "`" + OF_ROUTE + "` is not known");
        }
        for (String scope : token.scopes().names()) {
            if (scope.contains("/")) {
                judge(scope, "route `" + route.key() + "`", place, defined, report);
            }
        }
    }

    private static void judge(String scope, String by, Place place, Scopes defined, TerraformReport report) {
        if (defined.names().contains(scope)) {
            return;
        }
        if (defined.certain()) {
            report.error(
                    place,
                    by + " names the scope `" + scope + "`, which no resource server has",
                    Wording.meant(scope, defined.names(), "aws_cognito_resource_server"));
        } else {
            report.undecided(place, "not every resource server of its user pool is known");
        }
    }
}
