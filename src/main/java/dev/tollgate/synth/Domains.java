package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.cognito_user_pool_domain.CognitoUserPoolDomainConfig;
import com.hashicorp.cdktf.providers.aws.data_aws_route53_zone.DataAwsRoute53ZoneConfig;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordAlias;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordConfig;
import dev.tollgate.model.CustomDomain;
import dev.tollgate.model.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The environment's own names: their certificates and their records in the zone. */
final class Domains {

    private final Elements elements;
    private final Environment environment;
    private final Providers providers;
    private @Nullable String zoneId;
    private @Nullable Certificate shared;

    Domains(Elements elements, Environment environment, Providers providers) {
        this.elements = elements;
        this.environment = environment;
        this.providers = providers;
    }

    /** The certificate of the API's own name. */
    String apiCertificate() {
        return shared().arn();
    }

    /** A record for the API's own name, to where API Gateway says it is. */
    void apiRecord(String name, String target, String targetZone) {
        alias("api", name, target, targetZone);
    }

    /** The pool's own name: its certificate comes from us-east-1 whatever the environment's region is. */
    Element authDomain(String name, String poolId) {
        Element domain = elements.add(
                "users",
                CognitoUserPoolDomainConfig.builder()
                        .domain(name)
                        .userPoolId(poolId)
                        .certificateArn(authCertificate(name).arn())
                        .build());
        if (customDomain().apexPlaceholder()) {
            domain.after(List.of(placeholder()));
        }
        alias(
                "auth",
                name,
                domain.attribute("cloudfront_distribution"),
                domain.attribute("cloudfront_distribution_zone_id"));
        return domain;
    }

    private Certificate authCertificate(String name) {
        return providers.cloudfront().isPresent()
                ? new Certificate(elements, "auth", List.of(name), zoneId(), providers.cloudfront())
                : shared();
    }

    /**
     * The certificate of the environment's region: of the API's name, and of the pool's where the region is
     * CloudFront's.
     */
    private Certificate shared() {
        if (shared == null) {
            List<String> names = new ArrayList<>(customDomain().certificateNames());
            if (providers.cloudfront().isEmpty() && environment.createsUserPool()) {
                customDomain().auth().ifPresent(names::add);
            }
            customDomain().api().ifPresent(names::add);
            shared = new Certificate(elements, "api", names.stream().distinct().toList(), zoneId(), Optional.empty());
        }
        return shared;
    }

    /**
     * Cognito takes a name only when the domain above it resolves. The address is one that is reserved for
     * documentation.
     */
    private Element placeholder() {
        return elements.add(
                "auth_parent",
                Route53RecordConfig.builder()
                        .zoneId(zoneId())
                        .name(customDomain().authParent().orElseThrow())
                        .type("A")
                        .ttl(300)
                        .records(List.of("192.0.2.1"))
                        .build());
    }

    private void alias(String id, String name, String target, String targetZone) {
        elements.add(
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

    private String zoneId() {
        if (zoneId == null) {
            zoneId = elements.add(
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
