package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;

/** A record that overwrites takes over whatever has its name, and its destruction takes that away for good. */
final class DnsRecordOverwrites {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "dns-record-overwrites",
            Severity.ERROR,
            "a DNS record that overwrites an existing one",
            DnsRecordOverwrites::judge);

    private static final String ATTRIBUTE = "allow_overwrite";

    private DnsRecordOverwrites() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource one : infrastructure.ofType("aws_route53_record")) {
            Value overwrites = infrastructure.resolve(one.argument(ATTRIBUTE));
            Place place = Place.of(one, ATTRIBUTE);
            // The record that validates a certificate is the same for every certificate of its name.
            boolean validates =
                    one.dependencies().stream().anyMatch(address -> address.contains("aws_acm_certificate."));
            if (!validates && report.knows(place, overwrites) && overwrites.is("true")) {
                report.error(
                        place,
                        "`" + one.address() + "` overwrites an existing record, even one from elsewhere",
                        "leave `" + ATTRIBUTE + "` out, and import a record that is to be managed here");
            }
        }
    }
}
