package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.cognito_user_pool_domain.CognitoUserPoolDomainConfig;
import com.hashicorp.cdktf.providers.aws.data_aws_route53_zone.DataAwsRoute53ZoneConfig;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordAlias;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordConfig;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.CustomDomain;
import dev.tollgate.model.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The environment's own names: their certificates and their records in the zone. */
final class Domains {

    private static final KeyPath SOURCE = KeyPath.of("custom_domain");
    /** The pool's own name. */
    static final KeyPath AUTH = SOURCE.child("auth");

    private final Elements elements;
    private final Environment environment;
    private final Providers providers;
    private @Nullable String zoneId;
    private Certificate.@Nullable Proofs proofs;
    private @Nullable Element authDomain;

    Domains(Elements elements, Environment environment, Providers providers) {
        this.elements = elements;
        this.environment = environment;
        this.providers = providers;
    }

    /** The certificate of the API's own name, in the environment's region. */
    String apiCertificate() {
        List<String> names = new ArrayList<>(customDomain().certificateNames());
        customDomain().api().ifPresent(names::add);
        return Certificate.add(
                        elements,
                        SOURCE,
                        "api_domain",
                        names.stream().distinct().toList(),
                        proofs())
                .arn();
    }

    /** A record for the API's own name, to where API Gateway says it is. */
    void apiRecord(String name, String target, String targetZone) {
        Element record = alias(SOURCE.child("api"), "api", name, target, targetZone);
        if (authDomain != null && customDomain().authParent().equals(Optional.of(name))) {
            authDomain.after(List.of(record));
        }
    }

    /** The pool's own name: its certificate comes from us-east-1 whatever the environment's region is. */
    Element authDomain(String name, String poolId) {
        Element domain = elements.add(
                AUTH,
                "users",
                CognitoUserPoolDomainConfig.builder()
                        .domain(name)
                        .userPoolId(poolId)
                        .certificateArn(authCertificate(name).arn())
                        .build());
        authDomain = domain;
        if (customDomain().apexPlaceholder()) {
            domain.after(List.of(placeholder()));
        }
        alias(
                AUTH,
                "auth",
                name,
                domain.attribute("cloudfront_distribution"),
                domain.attribute("cloudfront_distribution_zone_id"));
        return domain;
    }

    /** Its own in every region, so that no change of the API's names reaches Cognito's domain. */
    private Certificate authCertificate(String name) {
        Memory memory = elements.add(AUTH, Memory.ofLatest("auth_domain", Hcl.literal(name)));
        Certificate certificate = Certificate.add(elements, AUTH, "auth", List.of(name), proofs());
        certificate.keptUntilReplaced(memory);
        providers.cloudfront().ifPresent(certificate::by);
        return certificate;
    }

    /**
     * Cognito takes a name only when the domain above it resolves. The address is one that is reserved for
     * documentation.
     */
    private Element placeholder() {
        return elements.add(
                SOURCE.child("apex_placeholder"),
                "auth_parent",
                Route53RecordConfig.builder()
                        .zoneId(zoneId())
                        .name(customDomain().authParent().orElseThrow())
                        .type("A")
                        .ttl(300)
                        .records(List.of("192.0.2.1"))
                        .build());
    }

    private Element alias(KeyPath source, String id, String name, String target, String targetZone) {
        return elements.add(
                source,
                id,
                Route53RecordConfig.builder()
                        .zoneId(zoneId())
                        .name(name)
                        .type("A")
                        .alias(Route53RecordAlias.builder()
                                .name(target)
                                .zoneId(targetZone)
                                .evaluateTargetHealth(false)
                                .build())
                        .build());
    }

    private Certificate.Proofs proofs() {
        if (proofs == null) {
            proofs = new Certificate.Proofs(elements, zoneId());
        }
        return proofs;
    }

    private String zoneId() {
        if (zoneId == null) {
            zoneId = elements.add(
                            SOURCE.child("zone"),
                            "zone",
                            DataAwsRoute53ZoneConfig.builder()
                                    .name(customDomain().zone())
                                    .privateZone(false)
                                    .build())
                    .attribute("zone_id");
        }
        return zoneId;
    }

    private CustomDomain customDomain() {
        return environment.customDomain().orElseThrow();
    }
}
