package dev.tollgate.surface;

import dev.tollgate.terraform.Resource;
import java.util.List;
import java.util.Optional;

/**
 * A user pool that is there.
 *
 * @param resource {@code aws_cognito_user_pool}, or the data source of one
 * @param domain its hosted domain, where there is one
 * @param resourceServers {@code aws_cognito_resource_server}
 * @param scopes all custom scopes its resource servers define; not certain where there may be servers that are not here
 * @param certain whether it has no other domain or resource server: it is made here, and all that is made here was read
 */
public record CognitoPool(
        Resource resource, Optional<Resource> domain, List<Resource> resourceServers, Scopes scopes, boolean certain) {

    public CognitoPool {
        resourceServers = List.copyOf(resourceServers);
    }
}
