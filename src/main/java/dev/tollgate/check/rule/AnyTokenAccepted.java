package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Access;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.Authorizer;
import dev.tollgate.surface.CognitoPool;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A REST method without scopes takes the ID token of whichever app client; there is no audience to stop it. */
final class AnyTokenAccepted {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "any-token-accepted",
                    Severity.WARNING,
                    "a route that cannot tell callers apart",
                    AnyTokenAccepted::judge)
            .andOfFile(AnyTokenAcceptedInFile::judge)
            .needing("clients", "resource_servers", "user_pool.source", "authorizer.issuer")
            .formerly("any-id-token-accepted");

    private static final String SCOPES = "authorization_scopes";

    private AnyTokenAccepted() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Api api : surface.apis()) {
            if (api.kind() == Api.Kind.REST) {
                api.routes().forEach(route -> judge(surface, route, report));
            } else {
                api.routes().forEach(route -> judgeHttp(infrastructure, surface, route, report));
            }
        }
    }

    /** An HTTP API looks at the audience; where only machines are in it, a scope is what tells their tokens apart. */
    private static void judgeHttp(
            Infrastructure infrastructure, Surface surface, ApiRoute route, TerraformReport report) {
        Optional<Access.Token> token = route.access().token();
        if (token.isEmpty()
                || !token.get().scopes().isNone()
                || token.get().authorizer().isEmpty()) {
            return;
        }
        List<Resource> audience = token.get().authorizer().get().audience().stream()
                .flatMap(one -> Audience.clients(infrastructure, one).stream())
                .toList();
        boolean machines = surface.clients().stream()
                .filter(client -> audience.contains(client.resource()))
                .allMatch(client -> client.oauthFlows().equals(new TreeSet<>(List.of("client_credentials"))));
        if (machines && !audience.isEmpty()) {
            report.warning(
                    Place.of(route, SCOPES),
                    "`" + route.key() + "` (`" + route.resource().address()
                            + "`) requires no scope: it accepts every token of its app clients",
                    "name the scopes it requires in `authorization_scopes`");
        }
    }

    private static void judge(Surface surface, ApiRoute route, TerraformReport report) {
        route.access().token().ifPresent(token -> judge(surface, route, token, report));
    }

    private static void judge(Surface surface, ApiRoute route, Access.Token token, TerraformReport report) {
        Place place = Place.of(route, SCOPES);
        String subject = "`" + route.key() + "` (`" + place.subject() + "`) requires no scope: ";
        if (token.scopes().isNone() && isOneApplications(surface, token)) {
            report.note(
                    place,
                    subject + "it takes ID tokens, and with another app client those of that one as well",
                    "keep the user pool to this application, or name scopes in `authorization_scopes`");
        } else if (token.scopes().isNone()) {
            report.warning(
                    place,
                    subject + "it takes every ID token of the user pool, whichever app client it was issued to, and"
                            + " refuses access tokens",
                    "name the scopes it requires in `authorization_scopes`; it then accepts access tokens only");
        } else if (!token.scopes().certain() && token.scopes().names().isEmpty()) {
            report.undecided(place, "`" + SCOPES + "` is not known");
        }
    }

    /** Whether people sign in to the pools through one app client only, as far as all of them are here. */
    private static boolean isOneApplications(Surface surface, Access.Token token) {
        if (token.authorizer().filter(Authorizer::certain).isEmpty()) {
            return false;
        }
        List<Resource> pools = token.authorizer().get().pools();
        boolean certain = surface.pools().stream()
                        .filter(pool -> pools.contains(pool.resource()))
                        .allMatch(CognitoPool::certain)
                && surface.clients().stream().allMatch(client -> client.pool().isPresent() && client.certain());
        long people = surface.clients().stream()
                .filter(client -> client.pool().filter(pools::contains).isPresent())
                .filter(client -> !client.isForMachines())
                .count();
        return certain && people == 1;
    }
}
