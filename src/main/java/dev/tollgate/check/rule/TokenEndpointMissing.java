package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.Report;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.Environment;
import dev.tollgate.model.UserPool;
import dev.tollgate.surface.CognitoPool;
import dev.tollgate.surface.PoolClient;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A pool without a domain has no token endpoint, so that a client with an OAuth flow gets no token. */
final class TokenEndpointMissing {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "token-endpoint-missing",
                    Severity.ERROR,
                    "a client uses a token endpoint that the user pool does not have",
                    TokenEndpointMissing::judge)
            .andOfFile(TokenEndpointMissing::judge)
            .needing("custom_domain")
            .formerly("client-credentials-unusable");

    private TokenEndpointMissing() {}

    private static void judge(Environment environment, Report report) {
        Optional<AppClient> needing = environment.clients().stream()
                .filter(AppClient::usesTokenEndpoint)
                .findFirst();
        if (needing.isEmpty()
                || environment.userPool().isEmpty()
                || environment.authDomain().isPresent()) {
            return;
        }
        UserPool pool = environment.userPool().get();
        String by = uses(
                "client `" + needing.get().id() + "`",
                needing.get().oauthFlows().get(0));
        if (pool instanceof UserPool.Created created && created.domainPrefix().isEmpty()) {
            report.error(
                    KeyPath.of("user_pool"),
                    by + ", and the user pool has no token endpoint",
                    "add `domain_prefix` to `user_pool`, or `auth` to `custom_domain`");
        }
        if (pool instanceof UserPool.Existing existing
                && existing.domainPrefix().isEmpty()) {
            report.note(
                    KeyPath.of("user_pool"),
                    by + ", and whether user pool `" + existing.poolId() + "` has a token endpoint cannot be told",
                    "add the pool's `domain_prefix` to `user_pool`");
        }
    }

    /** One finding a pool, as in a file: one domain is all that is missing. */
    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        Set<String> told = new HashSet<>();
        for (PoolClient client : surface.clients()) {
            Place place = Place.of(client.resource(), "user_pool_id");
            Optional<CognitoPool> pool = surface.poolOf(client);
            if (client.oauthFlows().isEmpty()
                    || pool.filter(one -> one.domain().isPresent()).isPresent()) {
                continue;
            }
            if (pool.isEmpty()) {
                report.undecided(place, "its user pool is not in this configuration");
            } else if (!pool.get().certain()) {
                report.undecided(place, "whether its user pool has a domain is not known");
            } else if (told.add(pool.get().resource().address())) {
                report.error(
                        place,
                        uses(
                                        "app client `" + client.resource().address() + "`",
                                        client.oauthFlows().first())
                                + ", and `" + pool.get().resource().address() + "` has no token endpoint",
                        "add an `aws_cognito_user_pool_domain`");
            }
        }
    }

    private static String uses(String client, String flow) {
        return client + " uses `" + flow + "`";
    }
}
