package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.cognito_user_pool_domain.CognitoUserPoolDomain;
import com.hashicorp.cdktf.providers.aws.data_aws_route53_zone.DataAwsRoute53Zone;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53Record;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordAlias;
import dev.tollgate.model.CustomDomain;
import dev.tollgate.model.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** The environment's own names: their certificates and their records in the zone. */
final class Domains extends Construct {

    private final Environment environment;
    private final Providers providers;
    private @Nullable String zoneId;
    private @Nullable Certificate shared;

    Domains(Construct scope, String id, Environment environment, Providers providers) {
        super(scope, id);
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
    CognitoUserPoolDomain authDomain(String name, String poolId) {
        CognitoUserPoolDomain.Builder builder = CognitoUserPoolDomain.Builder.create(this, "auth")
                .domain(name)
                .userPoolId(poolId)
                .certificateArn(authCertificate(name).arn());
        if (customDomain().apexPlaceholder()) {
            builder.dependsOn(List.of(placeholder()));
        }
        CognitoUserPoolDomain domain = Address.named("users", builder.build());
        alias("auth", name, domain.getCloudfrontDistribution(), domain.getCloudfrontDistributionZoneId());
        return domain;
    }

    private Certificate authCertificate(String name) {
        return providers.cloudfront().isPresent()
                ? new Certificate(this, "auth", List.of(name), zoneId(), providers.cloudfront())
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
            shared = new Certificate(this, "api", names.stream().distinct().toList(), zoneId(), Optional.empty());
        }
        return shared;
    }

    /**
     * Cognito takes a name only when the domain above it resolves. The address is one that is reserved for
     * documentation.
     */
    private Route53Record placeholder() {
        return Address.named(
                "auth_parent",
                Route53Record.Builder.create(this, "auth-parent")
                        .zoneId(zoneId())
                        .name(customDomain().authParent().orElseThrow())
                        .type("A")
                        .ttl(300)
                        .records(List.of("192.0.2.1"))
                        .build());
    }

    private void alias(String id, String name, String target, String targetZone) {
        Address.named(
                id,
                Route53Record.Builder.create(this, "record-" + id)
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
            zoneId = Address.named(
                            "zone",
                            DataAwsRoute53Zone.Builder.create(this, "zone")
                                    .name(customDomain().zone())
                                    .privateZone(false)
                                    .build())
                    .getZoneId();
        }
        return zoneId;
    }

    private CustomDomain customDomain() {
        return environment.customDomain().orElseThrow();
    }
}
