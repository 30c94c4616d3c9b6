package dev.tollgate.gateway.token;

import java.util.List;

/** A resource server of a pool: its identifier, and the names of its scopes without it. */
public record LocalResourceServer(String identifier, List<String> scopes) {

    public LocalResourceServer {
        scopes = List.copyOf(scopes);
    }
}
