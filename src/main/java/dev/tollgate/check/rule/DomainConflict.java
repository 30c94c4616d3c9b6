package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.UserPool;

/** A name for the token endpoint of a pool that is made elsewhere, and keeps the one it has. */
final class DomainConflict {

    static final CheckRule RULE = CheckRule.ofFile(
                    "domain-conflict",
                    Severity.ERROR,
                    "a domain for a pool that another environment creates",
                    DomainConflict::judge)
            .neverAccepted();

    private DomainConflict() {}

    private static void judge(Environment environment, Report report) {
        if (environment.authDomain().isPresent()
                && environment.userPool().isPresent()
                && !(environment.userPool().get() instanceof UserPool.Created)) {
            report.error(
                    KeyPath.of("custom_domain", "auth"),
                    "`custom_domain.auth` names the token endpoint of a user pool that another environment creates",
                    "remove it here, and set it where the user pool is created");
        }
    }
}
