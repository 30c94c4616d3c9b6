package dev.tollgate.check.environment;

import dev.tollgate.check.EnvironmentRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.UserPool;

/** A pool whose token endpoint would have a prefix of Cognito's domain and a name of its own. */
final class DomainConflict {

    static final EnvironmentRule RULE = new EnvironmentRule(
            "domain-conflict", Severity.ERROR, "two addresses for one token endpoint", DomainConflict::judge);

    private DomainConflict() {}

    private static void judge(Environment environment, Report report) {
        boolean prefixed = environment
                .userPool()
                .filter(pool -> pool instanceof UserPool.Created created
                        && created.domainPrefix().isPresent())
                .isPresent();
        if (prefixed && environment.authDomain().isPresent()) {
            report.error(
                    KeyPath.of("user_pool", "domain_prefix"),
                    "the token endpoint has two addresses, `user_pool.domain_prefix` and `custom_domain.auth`",
                    "remove one of the two");
        }
    }
}
