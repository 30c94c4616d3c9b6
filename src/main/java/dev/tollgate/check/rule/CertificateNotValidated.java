package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;

/** A certificate can be named before it is issued, and cannot be used. */
final class CertificateNotValidated {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "certificate-not-validated",
            Severity.WARNING,
            "a domain that does not wait for its certificate",
            CertificateNotValidated::judge);

    private CertificateNotValidated() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Certificates.Use use : Certificates.all(infrastructure)) {
            ReferenceTarget followed =
                    infrastructure.follow(use.certificate(), Certificates.CERTIFICATE, Certificates.VALIDATION);
            if (followed instanceof ReferenceTarget.To to
                    && to.resource().is(Certificates.CERTIFICATE)
                    && to.resource().argument("private_key").isAbsent()
                    && infrastructure.ofType(Certificates.VALIDATION).stream()
                            .noneMatch(validation -> use.domain().dependencies().contains(validation.address()))) {
                report.warning(
                        use.place(),
                        "`" + use.domain().address() + "` does not wait until `"
                                + to.resource().address() + "` is issued: the first apply fails",
                        "take `certificate_arn` from an `aws_acm_certificate_validation`");
            } else if (followed instanceof ReferenceTarget.Undecided
                    || (followed instanceof ReferenceTarget.Elsewhere elsewhere && !elsewhere.isKnown())) {
                report.undecided(use.place(), "its certificate is not known");
            }
        }
    }
}
