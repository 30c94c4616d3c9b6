package dev.tollgate.check.rule;

import dev.tollgate.check.Place;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a domain names its certificate, and in which region that has to be. */
final class Certificates {

    static final String CERTIFICATE = "aws_acm_certificate";
    static final String VALIDATION = "aws_acm_certificate_validation";

    /** Behind CloudFront certificates are in this region, wherever the domain is. */
    static final String GLOBAL = "us-east-1";

    private static final Pattern ARN = Pattern.compile("arn:[^:]*:acm:([^:]*):.*");

    private Certificates() {}

    /**
     * A domain's certificate.
     *
     * @param global whether CloudFront presents it
     */
    record Use(Resource domain, Place place, Value certificate, boolean global) {}

    static List<Use> all(Infrastructure infrastructure) {
        List<Use> found = new ArrayList<>();
        infrastructure
                .ofType("aws_cognito_user_pool_domain")
                .forEach(domain -> add(domain, true, found, "certificate_arn"));
        for (Resource domain : infrastructure.ofType("aws_api_gateway_domain_name")) {
            add(domain, true, found, "certificate_arn");
            add(domain, false, found, "regional_certificate_arn");
        }
        infrastructure
                .ofType("aws_apigatewayv2_domain_name")
                .forEach(domain -> add(domain, false, found, "domain_name_configuration", "certificate_arn"));
        return found;
    }

    private static void add(Resource domain, boolean global, List<Use> found, String... attribute) {
        Value value = domain.argument(attribute[0]);
        if (attribute.length > 1) {
            value = value.get(attribute[1]);
        }
        if (!value.isAbsent()) {
            found.add(new Use(domain, Place.of(domain, attribute), value, global));
        }
    }

    /** The region of the provider that makes {@code resource}; empty when it is not known. */
    static Optional<String> region(Infrastructure infrastructure, Resource resource) {
        return infrastructure.providers().stream()
                .filter(provider -> provider.key().equals(resource.provider()))
                .findFirst()
                .flatMap(provider ->
                        infrastructure.resolve(provider.values().get("region")).text());
    }

    /** The region that an ARN names. */
    static Optional<String> region(String arn) {
        Matcher matcher = ARN.matcher(arn);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
