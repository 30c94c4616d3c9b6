package dev.tollgate.check.rule;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether an API lets only callers with a client certificate in: its own address is closed, and every domain that is
 * mapped to it demands one. https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html
 */
final class ClientCertificates {

    /** Mappings, and the domains that they name. */
    private static final Map<String, String> DOMAINS = Map.of(
            "aws_api_gateway_base_path_mapping", "aws_api_gateway_domain_name",
            "aws_apigatewayv2_api_mapping", "aws_apigatewayv2_domain_name");

    private final Infrastructure infrastructure;

    ClientCertificates(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
    }

    /** Whether {@code api} demands one of every caller; empty where a domain of it is not known. */
    Optional<Boolean> areDemandedBy(Resource api) {
        if (!infrastructure
                .resolve(api.argument("disable_execute_api_endpoint"))
                .is("true")) {
            return Optional.of(false);
        }
        List<Optional<Boolean>> demanded = new ArrayList<>();
        DOMAINS.forEach((type, domain) -> infrastructure.ofType(type).stream()
                .filter(mapping ->
                        infrastructure.follow(mapping.get("api_id"), api.type()) instanceof ReferenceTarget.To to
                                && to.resource().isSame(api))
                .forEach(mapping -> demanded.add(ofDomain(infrastructure.follow(mapping.get("domain_name"), domain)))));
        if (demanded.contains(Optional.of(false)) || demanded.isEmpty()) {
            return Optional.of(false);
        }
        return demanded.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(true);
    }

    private Optional<Boolean> ofDomain(ReferenceTarget domain) {
        if (!(domain instanceof ReferenceTarget.To to)) {
            return Optional.empty();
        }
        Value demanded = infrastructure.resolve(to.resource().argument("mutual_tls_authentication"));
        return demanded instanceof Value.Unknown
                ? Optional.empty()
                : Optional.of(!demanded.items().isEmpty());
    }
}
