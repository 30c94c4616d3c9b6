package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.Locale;

/** Cognito makes a custom domain only when the domain above it has an A record. */
final class AuthDomainParentMissing {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "auth-domain-parent-missing",
                    Severity.ERROR,
                    "a user pool's custom domain under a name without a record",
                    AuthDomainParentMissing::judge)
            .andOfFile(AuthDomainParentMissingInFile::judge)
            .needing("custom_domain");

    private static final String DOMAIN = "domain";

    private AuthDomainParentMissing() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource domain : infrastructure.ofType("aws_cognito_user_pool_domain")) {
            Value name = infrastructure.resolve(domain.get(DOMAIN));
            Place place = Place.of(domain, DOMAIN);
            if (!report.knows(place, name) || !name.text().orElse("").contains(".")) {
                continue;
            }
            String text = name.text().orElse("");
            String parent = text.substring(text.indexOf('.') + 1);
            if (infrastructure.ofType("aws_route53_record").stream()
                    .noneMatch(one -> isAddressOf(infrastructure, one, parent))) {
                report.warning(
                        place,
                        "Cognito refuses `" + text + "` until `" + parent + "` has an A record, and this"
                                + " configuration has none",
                        "add one, or say in a suppression where it is made");
            }
        }
    }

    private static boolean isAddressOf(Infrastructure infrastructure, Resource one, String name) {
        Value type = infrastructure.resolve(one.get("type"));
        Value named = infrastructure.resolve(one.get("name"));
        boolean same = named.text()
                .map(text -> text.toLowerCase(Locale.ROOT).replaceFirst("\\.$", ""))
                .filter(text -> text.equals(name.toLowerCase(Locale.ROOT)))
                .isPresent();
        return type.is("A") && same;
    }
}
