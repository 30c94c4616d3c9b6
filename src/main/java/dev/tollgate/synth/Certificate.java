package dev.tollgate.synth;

import com.hashicorp.cdktf.TerraformProvider;
import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.aws.acm_certificate.AcmCertificate;
import com.hashicorp.cdktf.providers.aws.acm_certificate_validation.AcmCertificateValidation;
import com.hashicorp.cdktf.providers.aws.acm_certificate_validation.AcmCertificateValidationTimeouts;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53Record;
import dev.tollgate.model.RouteKey;
import java.util.List;
import java.util.Optional;
import software.constructs.Construct;

/** A certificate that proves its names by records in the zone, and is not used before it has. */
final class Certificate extends Construct {

    private final AcmCertificateValidation validation;

    /** {@code names} are what it is for, the first of them its own name; {@code zoneId} holds them all. */
    Certificate(Construct scope, String id, List<String> names, String zoneId, Optional<TerraformProvider> provider) {
        super(scope, "certificate-" + id);
        AcmCertificate.Builder builder = AcmCertificate.Builder.create(this, "certificate")
                .domainName(names.get(0))
                .validationMethod("DNS")
                .lifecycle(TerraformResourceLifecycle.builder()
                        .createBeforeDestroy(true)
                        .build());
        if (names.size() > 1) {
            builder.subjectAlternativeNames(names.subList(1, names.size()));
        }
        provider.ifPresent(builder::provider);
        AcmCertificate certificate = Address.named(id, builder.build());
        List<String> proofs =
                names.stream().map(name -> proof(id, name, zoneId).getFqdn()).toList();
        AcmCertificateValidation.Builder validated = AcmCertificateValidation.Builder.create(this, "validation")
                .certificateArn(certificate.getArn())
                .validationRecordFqdns(proofs)
                .timeouts(AcmCertificateValidationTimeouts.builder()
                        .create(Late.text("custom_domain", "validation_timeout"))
                        .build());
        provider.ifPresent(validated::provider);
        validation = Address.named(id, validated.build());
    }

    /**
     * The record that proves {@code name}. It is the same for every certificate of an account that has the name, so it
     * may overwrite what another one left.
     */
    private Route53Record proof(String certificate, String name, String zoneId) {
        String options = "aws_acm_certificate." + certificate + ".domain_validation_options";
        String option = "one([for option in " + options + " : option.%s if option.domain_name == \"" + name + "\"])";
        String slug = RouteKey.pathId(List.of(name), "name");
        return Address.named(
                "validation_" + slug,
                Route53Record.Builder.create(this, "proof-" + slug)
                        .zoneId(zoneId)
                        .name(Hcl.template(option.formatted("resource_record_name")))
                        .type(Hcl.template(option.formatted("resource_record_type")))
                        .records(List.of(Hcl.template(option.formatted("resource_record_value"))))
                        .ttl(60)
                        .allowOverwrite(true)
                        .build());
    }

    /** The certificate's ARN, known once it is proved. */
    String arn() {
        return validation.getCertificateArn();
    }
}
