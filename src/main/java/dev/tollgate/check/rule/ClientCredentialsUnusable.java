package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.AppClient;
import dev.tollgate.surface.Surface;
import dev.tollgate.surface.UserPool;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A machine's client needs five things at once; Cognito refuses it, or no token is ever issued, without one of them.
 */
final class ClientCredentialsUnusable {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "client-credentials-unusable",
            Severity.ERROR,
            "an app client that cannot get a token for itself",
            ClientCredentialsUnusable::judge);

    private static final String FLOWS = "allowed_oauth_flows";
    private static final String SCOPES = "allowed_oauth_scopes";
    private static final String ENABLED = "allowed_oauth_flows_user_pool_client";
    private static final String SECRET = "generate_secret";
    private static final String FLOW = "client_credentials";

    private ClientCredentialsUnusable() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (AppClient client : surface.clients()) {
            Resource resource = client.resource();
            Value flows = infrastructure.resolve(resource.argument(FLOWS));
            SortedSet<String> known = Texts.of(flows);
            if (!known.contains(FLOW)) {
                report.knows(Place.of(resource, FLOWS), flows);
                continue;
            }
            known.retainAll(List.of("code", "implicit"));
            if (!known.isEmpty()) {
                report.error(
                        Place.of(resource, FLOWS),
                        "app client `" + resource.address() + "` has `client_credentials` beside "
                                + Wording.listed(known) + ", which Cognito refuses",
                        "give machines an app client of their own");
            }
            demand(infrastructure, resource, SECRET, report, "has no secret, without which Cognito refuses");
            demand(infrastructure, resource, ENABLED, report, "has OAuth switched off, and with it");
            judgeScopes(client, report);
            judgeDomain(client, surface, report);
        }
    }

    private static void demand(
            Infrastructure infrastructure, Resource client, String attribute, TerraformReport report, String wrong) {
        Value value = infrastructure.resolve(client.argument(attribute));
        Place place = Place.of(client, attribute);
        if (report.knows(place, value) && !value.is("true")) {
            report.error(
                    place,
                    "app client `" + client.address() + "` " + wrong + " `client_credentials`",
                    "set `" + attribute + " = true`");
        }
    }

    private static void judgeScopes(AppClient client, TerraformReport report) {
        Place place = Place.of(client.resource(), SCOPES);
        String subject = "app client `" + client.resource().address() + "`";
        SortedSet<String> users = new TreeSet<>(client.scopes().names());
        users.removeIf(scope -> scope.contains("/"));
        if (!users.isEmpty()) {
            report.error(
                    place,
                    subject + " has " + Wording.listed(users) + ", which tells of a user; Cognito refuses it with"
                            + " `client_credentials`",
                    "leave custom scopes only, as in `books/read`");
        }
        if (client.scopes().isNone()) {
            report.error(
                    place,
                    subject + " has no scope, without which Cognito refuses `client_credentials`",
                    "name the custom scopes it may have, as in `allowed_oauth_scopes = [\"books/read\"]`");
        } else if (!client.scopes().certain()) {
            report.undecided(place, "`" + SCOPES + "` is not known");
        }
    }

    private static void judgeDomain(AppClient client, Surface surface, TerraformReport report) {
        Place place = Place.of(client.resource(), "user_pool_id");
        Optional<UserPool> pool = surface.poolOf(client);
        if (pool.isEmpty()) {
            report.undecided(place, "its user pool is not here");
        } else if (pool.get().domain().isEmpty() && pool.get().certain()) {
            report.error(
                    place,
                    "app client `" + client.resource().address() + "` has no token endpoint: `"
                            + pool.get().resource().address() + "` has no domain",
                    "add an `aws_cognito_user_pool_domain`");
        } else if (pool.get().domain().isEmpty()) {
            report.undecided(place, "whether its user pool has a domain is not known");
        }
    }
}
