package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;

/**
 * A custom domain that names neither the API nor the token endpoint: nothing is made of it, its certificate neither.
 */
final class DomainWithoutName {

    static final CheckRule RULE = CheckRule.ofFile(
                    "domain-without-name", Severity.WARNING, "a custom domain without a name", DomainWithoutName::judge)
            .needing("custom_domain")
            .neverAccepted();

    private DomainWithoutName() {}

    private static void judge(Environment environment, Report report) {
        if (environment.customDomain().isPresent()
                && environment.apiDomain().isEmpty()
                && environment.authDomain().isEmpty()) {
            report.warning(
                    KeyPath.of("custom_domain"),
                    "`custom_domain` has neither `api` nor `auth`, so it has no effect",
                    "add one of the two, or remove `custom_domain`");
        }
    }
}
