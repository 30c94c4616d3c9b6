package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.acm_certificate.AcmCertificateConfig;
import com.hashicorp.cdktf.providers.aws.acm_certificate_validation.AcmCertificateValidationConfig;
import com.hashicorp.cdktf.providers.aws.acm_certificate_validation.AcmCertificateValidationTimeouts;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordConfig;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.CustomDomain;
import dev.tollgate.model.Label;
import dev.tollgate.schema.CustomDomainKeys;
import dev.tollgate.schema.EnvironmentKeys;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A certificate that proves its names by records in the zone, and is not used before it has. */
final class Certificate {

    private final Element certificate;
    private final Element validation;

    private Certificate(Element certificate, Element validation) {
        this.certificate = certificate;
        this.validation = validation;
    }

    /** Makes {@code name}, of {@code names}, the first of them its own; {@code proofs} has or makes their records. */
    static Certificate add(Elements elements, KeyPath source, String name, List<String> names, Proofs proofs) {
        // All names, its own too, so that one which leaves the file leaves the certificate: the provider keeps a list
        // that is left out (https://github.com/hashicorp/terraform-provider-aws/issues/8755).
        Element certificate = elements.add(
                        source,
                        name,
                        AcmCertificateConfig.builder()
                                .domainName(names.get(0))
                                .subjectAlternativeNames(names)
                                .validationMethod("DNS")
                                .build())
                .createdBeforeDestroyed();
        Element validation = elements.add(
                source,
                name,
                AcmCertificateValidationConfig.builder()
                        .certificateArn(certificate.attribute("arn"))
                        .validationRecordFqdns(names.stream()
                                .map(proved -> proofs.of(certificate, source, proved))
                                .distinct()
                                .toList())
                        .timeouts(AcmCertificateValidationTimeouts.builder()
                                .create(Variable.of(EnvironmentKeys.CUSTOM_DOMAIN, CustomDomainKeys.VALIDATION_TIMEOUT)
                                        .text())
                                .build())
                        .build());
        return new Certificate(certificate, validation);
    }

    /** Has it made in {@code provider}'s region. */
    Certificate by(Element provider) {
        certificate.by(provider);
        validation.by(provider);
        return this;
    }

    /**
     * Keeps it, whatever names the file gives it now, until {@code name}, what it is for, changes: Cognito's domain
     * would be made again with a new one, and the token endpoint be away meanwhile.
     */
    Certificate keptUntilReplaced(Memory name) {
        certificate.keeping("domain_name", "subject_alternative_names").replacedWith(name.address());
        validation.keeping("validation_record_fqdns");
        return this;
    }

    /** The certificate's ARN, known once it is proved. */
    String arn() {
        return validation.attribute("certificate_arn");
    }

    /**
     * The records that prove names. A name's record is the same for every certificate of an account, so there is one of
     * each, and it may overwrite what another stack left.
     */
    static final class Proofs {

        private final SortedMap<String, Element> made = new TreeMap<>();
        private final Elements elements;
        private final String zoneId;

        Proofs(Elements elements, String zoneId) {
            this.elements = elements;
            this.zoneId = zoneId;
        }

        /** Where the record of {@code proved} is, which {@code certificate} asks for if no other did. */
        private String of(Element certificate, KeyPath source, String proved) {
            return made.computeIfAbsent(CustomDomain.proving(proved), name -> record(certificate, source, proved))
                    .attribute("fqdn");
        }

        private Element record(Element certificate, KeyPath source, String proved) {
            String options = certificate.address() + ".domain_validation_options";
            String option =
                    "one([for option in " + options + " : option.%s if option.domain_name == \"" + proved + "\"])";
            return elements.add(
                    source,
                    "validation_" + label(source, proved),
                    Route53RecordConfig.builder()
                            .zoneId(zoneId)
                            .name(Hcl.template(option.formatted("resource_record_name")))
                            .type(Hcl.template(option.formatted("resource_record_type")))
                            .records(List.of(Hcl.template(option.formatted("resource_record_value"))))
                            .ttl(60)
                            .allowOverwrite(true)
                            .build());
        }

        /** The pool's own name is one, whatever it is. */
        private static String label(KeyPath source, String proved) {
            return source.equals(Domains.AUTH) ? "auth" : Label.part(CustomDomain.proving(proved), "name");
        }
    }
}
