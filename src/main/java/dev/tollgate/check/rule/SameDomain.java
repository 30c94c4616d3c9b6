package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;

/** One name cannot lead to the API and to Cognito. */
final class SameDomain {

    static final CheckRule RULE = CheckRule.ofFile(
            "same-domain", Severity.ERROR, "one name for the API and for the token endpoint", SameDomain::judge);

    private SameDomain() {}

    private static void judge(Environment environment, Report report) {
        if (environment.authDomain().isPresent() && environment.authDomain().equals(environment.apiDomain())) {
            report.error(
                    KeyPath.of("custom_domain", "auth"),
                    "`" + environment.authDomain().get() + "` is the name of the API and of the token endpoint",
                    "give one of the two a name of its own");
        }
    }
}
