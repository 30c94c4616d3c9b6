package dev.tollgate.cli.commands;

import dev.tollgate.openapi.Server;
import dev.tollgate.openapi.ServerUrls;
import dev.tollgate.surface.Api;
import dev.tollgate.terraform.Resource;
import java.util.List;
import java.util.Optional;

/** The URLs of {@code others}, with the API's own URL replaced by the given one. */
record GivenServer(String url, ServerUrls others) implements ServerUrls {

    @Override
    public List<Server> servers(Api api) {
        return List.of(new Server(url, "as given"));
    }

    @Override
    public Optional<String> tokenEndpoint(Optional<Resource> pool) {
        return others.tokenEndpoint(pool);
    }

    @Override
    public Optional<String> authorizationEndpoint(Optional<Resource> pool) {
        return others.authorizationEndpoint(pool);
    }
}
