package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.UserPool;

/**
 * A token endpoint with a prefix of Cognito's domain and a name of its own, or a name for the token endpoint of a pool
 * that is made elsewhere and keeps the one it has.
 */
final class DomainConflict {

    static final CheckRule RULE = CheckRule.ofFile(
                    "domain-conflict",
                    Severity.ERROR,
                    "two domains for one token endpoint, or one for a pool that another environment creates",
                    DomainConflict::judge)
            .neverAccepted();

    private DomainConflict() {}

    private static void judge(Environment environment, Report report) {
        if (environment.authDomain().isEmpty() || environment.userPool().isEmpty()) {
            return;
        }
        if (!(environment.userPool().get() instanceof UserPool.Created created)) {
            report.error(
                    KeyPath.of("custom_domain", "auth"),
                    "`custom_domain.auth` names the token endpoint of a user pool that another environment creates",
                    "remove it here, and set it where the user pool is created");
        } else if (created.domainPrefix().isPresent()) {
            report.error(
                    KeyPath.of("user_pool", "domain_prefix"),
                    "the token endpoint has two addresses, `user_pool.domain_prefix` and `custom_domain.auth`",
                    "remove one of the two");
        }
    }
}
