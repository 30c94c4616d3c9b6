package dev.tollgate.gateway.site;

import dev.tollgate.gateway.engine.GatewayApi;
import dev.tollgate.gateway.read.LocalNames;
import dev.tollgate.openapi.Server;
import dev.tollgate.openapi.ServerUrls;
import dev.tollgate.surface.Api;
import dev.tollgate.terraform.Resource;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where API and pools are found on this machine. People sign in on the pool's page only for a client's own callbacks,
 * and what shows this document is none of them: no flow that returns to a page is named.
 */
record LocalAddresses(LocalNames names, GatewayApi served, Set<String> pools, URI site) implements ServerUrls {

    LocalAddresses {
        pools = Set.copyOf(pools);
    }

    @Override
    public List<Server> servers(Api api) {
        String base = site.toString().replaceAll("/$", "");
        return List.of(new Server(base + served.base(), "this machine"));
    }

    @Override
    public Optional<String> tokenEndpoint(Optional<Resource> pool) {
        String id = pool.map(names::poolId).orElseGet(() -> names.elsewhereId(served.region()));
        return Optional.of(id).filter(pools::contains).map(known -> LocalSite.pool(site, known) + "/oauth2/token");
    }

    @Override
    public Optional<String> authorizationEndpoint(Optional<Resource> pool) {
        return Optional.empty();
    }
}
