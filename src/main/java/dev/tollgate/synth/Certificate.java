package dev.tollgate.synth;

import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.aws.acm_certificate.AcmCertificateConfig;
import com.hashicorp.cdktf.providers.aws.acm_certificate_validation.AcmCertificateValidationConfig;
import com.hashicorp.cdktf.providers.aws.acm_certificate_validation.AcmCertificateValidationTimeouts;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordConfig;
import dev.tollgate.model.RouteKey;
import dev.tollgate.schema.CustomDomainKeys;
import dev.tollgate.schema.EnvironmentKeys;
import java.util.List;
import java.util.Optional;

/** A certificate that proves its names by records in the zone, and is not used before it has. */
final class Certificate {

    private final Elements elements;
    private final Element validation;

    /** {@code names} are what it is for, the first of them its own name; {@code zoneId} holds them all. */
    Certificate(Elements elements, String id, List<String> names, String zoneId, Optional<Element> provider) {
        this.elements = elements;
        AcmCertificateConfig.Builder builder = AcmCertificateConfig.builder()
                .domainName(names.get(0))
                .validationMethod("DNS")
                .lifecycle(TerraformResourceLifecycle.builder()
                        .createBeforeDestroy(true)
                        .build());
        if (names.size() > 1) {
            builder.subjectAlternativeNames(names.subList(1, names.size()));
        }
        Element certificate = elements.add(id, builder.build());
        List<String> proofs = names.stream()
                .map(name -> proof(id, name, zoneId).attribute("fqdn"))
                .toList();
        validation = elements.add(
                id,
                AcmCertificateValidationConfig.builder()
                        .certificateArn(certificate.attribute("arn"))
                        .validationRecordFqdns(proofs)
                        .timeouts(AcmCertificateValidationTimeouts.builder()
                                .create(Variable.of(EnvironmentKeys.CUSTOM_DOMAIN, CustomDomainKeys.VALIDATION_TIMEOUT)
                                        .text())
                                .build())
                        .build());
        provider.ifPresent(certificate::by);
        provider.ifPresent(validation::by);
    }

    /**
     * The record that proves {@code name}. It is the same for every certificate of an account that has the name, so it
     * may overwrite what another one left.
     */
    private Element proof(String certificate, String name, String zoneId) {
        String options = "aws_acm_certificate." + certificate + ".domain_validation_options";
        String option = "one([for option in " + options + " : option.%s if option.domain_name == \"" + name + "\"])";
        String slug = RouteKey.pathId(List.of(name), "name");
        return elements.add(
                "validation_" + slug,
                Route53RecordConfig.builder()
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
        return validation.attribute("certificate_arn");
    }
}
