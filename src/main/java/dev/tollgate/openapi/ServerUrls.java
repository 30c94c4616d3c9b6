package dev.tollgate.openapi;

import dev.tollgate.surface.Api;
import dev.tollgate.terraform.Resource;
import java.util.List;
import java.util.Optional;

/** Where an API and the issuers of its tokens are found. */
public interface ServerUrls {

    /** Where {@code api} is called, the address to prefer first; empty when nobody can call it. */
    List<Server> servers(Api api);

    /** Where clients of {@code pool} ask for tokens; an empty pool is the one that is made elsewhere. */
    Optional<String> tokenEndpoint(Optional<Resource> pool);

    /** Where people sign in, for clients with redirects. */
    Optional<String> authorizationEndpoint(Optional<Resource> pool);
}
