package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import java.util.regex.Pattern;

/** Cognito keeps some words for itself, and takes lower case only. */
final class DomainPrefixRefused {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "domain-prefix-refused",
            Severity.ERROR,
            "a user pool's domain that Cognito refuses",
            DomainPrefixRefused::judge);

    private static final Pattern PREFIX = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern RESERVED = Pattern.compile(".*(aws|amazon|cognito).*");

    private DomainPrefixRefused() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource domain : infrastructure.ofType("aws_cognito_user_pool_domain")) {
            String name = infrastructure.resolve(domain.get("domain")).text().orElse("");
            boolean isPrefix = !name.isEmpty() && !name.contains(".");
            if (isPrefix && RESERVED.matcher(name).matches()) {
                report.error(
                        Place.of(domain, "domain"),
                        "`" + name + "` (`" + domain.address() + "`) has a word that Cognito keeps for itself",
                        "leave `aws`, `amazon` and `cognito` out of it");
            } else if ((isPrefix && !PREFIX.matcher(name).matches()) || name.length() > 63) {
                report.error(
                        Place.of(domain, "domain"),
                        "`" + name + "` (`" + domain.address() + "`) is not a domain that Cognito takes",
                        "1 to 63 lower-case letters, digits and hyphens, no hyphen at either end");
            }
        }
    }
}
