package dev.tollgate.check.rule;

import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.CustomDomain;
import dev.tollgate.model.Environment;

/**
 * Cognito takes a domain name only when the name above it has an A record, which need not lead anywhere.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html
 */
final class AuthDomainParentMissingInFile {

    private AuthDomainParentMissingInFile() {}

    static void judge(Environment environment, Report report) {
        environment.customDomain().ifPresent(domain -> judge(domain, report));
    }

    private static void judge(CustomDomain domain, Report report) {
        KeyPath placeholder = KeyPath.of("custom_domain", "apex_placeholder");
        if (domain.auth().isEmpty()) {
            if (domain.apexPlaceholder()) {
                report.error(
                        placeholder,
                        "`apex_placeholder` makes an A record at the parent of `auth`, and there is no `auth`",
                        "remove `apex_placeholder`, or add `auth`");
            }
            return;
        }
        String parent = domain.authParent().orElseThrow();
        boolean isApi = domain.api().filter(parent::equals).isPresent();
        if (!parent.contains(".")) {
            report.error(
                    KeyPath.of("custom_domain", "auth"),
                    "Cognito does not take `" + domain.auth().get() + "`: the domain above it, `" + parent
                            + "`, has no A record",
                    "give the token endpoint a name below it, such as `auth."
                            + domain.auth().get() + "`");
        } else if (domain.apexPlaceholder() && isApi) {
            report.error(
                    placeholder,
                    "`" + parent + "` has an A record already, the API's",
                    "remove `apex_placeholder`; the API's record is enough for Cognito");
        } else if (domain.apexPlaceholder() && !isInside(parent, domain.zone())) {
            report.error(
                    placeholder,
                    "`" + parent + "`, the parent of `auth`, is not in the zone `" + domain.zone() + "`",
                    "remove `apex_placeholder`, and make an A record for `" + parent + "` where its zone is");
        } else if (!domain.apexPlaceholder() && !isApi && isInside(domain.auth().get(), domain.zone())) {
            report.warning(
                    KeyPath.of("custom_domain", "auth"),
                    "Cognito takes `" + domain.auth().get() + "` only when `" + parent + "` has an A record",
                    "`apex_placeholder = true` makes one; where there is one, suppress this with the reason");
        }
    }

    private static boolean isInside(String name, String zone) {
        return name.equals(zone) || name.endsWith("." + zone);
    }
}
