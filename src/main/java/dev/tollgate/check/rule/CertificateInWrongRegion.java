package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.Optional;

/**
 * CloudFront, behind user pools' and edge-optimized domains, takes certificates of us-east-1 only; others their own
 * region's.
 */
final class CertificateInWrongRegion {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "certificate-in-wrong-region",
            Severity.ERROR,
            "a domain whose certificate is in a region where it cannot be used",
            CertificateInWrongRegion::judge);

    private CertificateInWrongRegion() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        Certificates.all(infrastructure).forEach(use -> judge(infrastructure, use, report));
    }

    private static void judge(Infrastructure infrastructure, Certificates.Use use, TerraformReport report) {
        Optional<String> wanted =
                use.global() ? Optional.of(Certificates.GLOBAL) : Certificates.region(infrastructure, use.domain());
        Optional<String> actual = actual(infrastructure, use.certificate());
        if (actual.isEmpty() || wanted.isEmpty()) {
            report.undecided(use.place(), "the region of its certificate, or its own, is not known");
        } else if (!actual.equals(wanted)) {
            report.error(
                    use.place(),
                    "`" + use.domain().address() + "` has a certificate of " + actual.get() + ", and takes one of "
                            + wanted.get() + " only",
                    use.global()
                            ? "make the certificate with a provider of region `us-east-1`"
                            : "make the certificate in the domain's own region");
        }
    }

    private static Optional<String> actual(Infrastructure infrastructure, Value certificate) {
        Optional<String> text = infrastructure.resolve(certificate).text();
        if (text.isPresent()) {
            return Certificates.region(text.get());
        }
        ReferenceTarget followed =
                infrastructure.follow(certificate, Certificates.CERTIFICATE, Certificates.VALIDATION);
        if (!(followed instanceof ReferenceTarget.To to)) {
            return Optional.empty();
        }
        Resource resource = to.resource();
        return resource.is(Certificates.VALIDATION)
                ? actual(infrastructure, resource.get("certificate_arn"))
                : Certificates.region(infrastructure, resource);
    }
}
