package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.Environment;
import dev.tollgate.model.UserPool;
import java.util.Optional;

/** A pool without a domain has no token endpoint, so that a client with an OAuth flow gets no token. */
final class TokenEndpointMissing {

    static final CheckRule RULE = CheckRule.ofFile(
                    "token-endpoint-missing",
                    Severity.ERROR,
                    "a client uses a token endpoint that the user pool does not have",
                    TokenEndpointMissing::judge)
            .needing("custom_domain");

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
        String by = "client `" + needing.get().id() + "` uses `"
                + needing.get().oauthFlows().get(0) + "`";
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
}
