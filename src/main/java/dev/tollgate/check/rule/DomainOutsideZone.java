package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;

/** A name whose records could not be made in the zone that the file gives. */
final class DomainOutsideZone {

    static final CheckRule RULE = CheckRule.ofFile(
                    "domain-outside-zone",
                    Severity.ERROR,
                    "a name that is not in the hosted zone",
                    DomainOutsideZone::judge)
            .needing("custom_domain");

    private DomainOutsideZone() {}

    private static void judge(Environment environment, Report report) {
        environment.customDomain().filter(domain -> !domain.zone().isEmpty()).ifPresent(domain -> {
            KeyPath path = KeyPath.of("custom_domain");
            domain.api().ifPresent(name -> judge(name, path.child("api"), domain.zone(), report));
            domain.auth().ifPresent(name -> judge(name, path.child("auth"), domain.zone(), report));
            for (int i = 0; i < domain.certificateNames().size(); i++) {
                KeyPath at = path.child("certificate_names").child(String.valueOf(i));
                judge(domain.certificateNames().get(i), at, domain.zone(), report);
            }
        });
    }

    private static void judge(String name, KeyPath path, String zone, Report report) {
        if (!name.equals(zone) && !name.endsWith("." + zone)) {
            report.error(
                    path,
                    "`" + name + "` is not in the zone `" + zone + "`",
                    "write a name that ends in `." + zone + "`, or the `zone` that `" + name + "` is in");
        }
    }
}
