package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;

/** A certificate that somebody has to renew by hand, or that is gone before its successor exists. */
final class FragileCertificate {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "fragile-certificate",
            Severity.WARNING,
            "a certificate that cannot be renewed or replaced automatically",
            FragileCertificate::judge);

    private FragileCertificate() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource certificate : infrastructure.ofType(Certificates.CERTIFICATE)) {
            Value method = infrastructure.resolve(certificate.argument("validation_method"));
            Place place = Place.of(certificate, "validation_method");
            if (report.knows(place, method) && method.is("EMAIL")) {
                report.warning(
                        place,
                        "certificate `" + certificate.address() + "` is renewed only when somebody answers an email",
                        "set `validation_method = \"DNS\"`");
            }
            Value first = certificate.lifecycle().get("create_before_destroy");
            Place lifecycle = Place.of(certificate, "lifecycle", "create_before_destroy");
            if (first instanceof Value.Unknown unknown) {
                report.undecided(lifecycle, unknown.because());
            } else if (!first.is("true")) {
                report.warning(
                        lifecycle,
                        "certificate `" + certificate.address()
                                + "` is deleted before its replacement exists, which ACM refuses while it is in use",
                        "`lifecycle { create_before_destroy = true }`");
            }
        }
    }
}
