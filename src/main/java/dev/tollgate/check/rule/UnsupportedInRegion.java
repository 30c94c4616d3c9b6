package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.CognitoHost;
import dev.tollgate.model.Environment;

/** GovCloud's Cognito has no domain names of one's own. */
final class UnsupportedInRegion {

    static final CheckRule RULE = CheckRule.ofFile(
            "unsupported-in-region",
            Severity.ERROR,
            "the file asks for what AWS does not support in its region",
            UnsupportedInRegion::judge);

    private UnsupportedInRegion() {}

    private static void judge(Environment environment, Report report) {
        if (environment.authDomain().isPresent() && CognitoHost.isGovCloud(environment.region())) {
            report.error(
                    KeyPath.of("custom_domain", "auth"),
                    "Cognito does not support custom domains in `" + environment.region() + "`",
                    "use `user_pool.domain_prefix`; see"
                            + " https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-cog.html");
        }
    }
}
