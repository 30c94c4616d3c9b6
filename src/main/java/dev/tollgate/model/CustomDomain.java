package dev.tollgate.model;

import java.util.List;
import java.util.Optional;

/**
 * Names of one's own for the API and for the token endpoint.
 *
 * @param zone the public Route 53 hosted zone, there already
 * @param certificateNames further names on the certificate
 * @param apexPlaceholder whether to make an A record at the parent of {@code auth}
 */
public record CustomDomain(
        String zone,
        Optional<String> api,
        Optional<String> auth,
        List<String> certificateNames,
        boolean apexPlaceholder) {

    public CustomDomain {
        certificateNames = List.copyOf(certificateNames);
    }

    /** The name whose record proves {@code name} to ACM: all names below one are proved by that one's. */
    public static String proving(String name) {
        return name.startsWith("*.") ? name.substring(2) : name;
    }

    /** The domain above {@code auth}, which Cognito wants to resolve before it takes the name. */
    public Optional<String> authParent() {
        return auth.map(name -> name.substring(name.indexOf('.') + 1));
    }
}
