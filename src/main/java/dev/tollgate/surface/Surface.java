package dev.tollgate.surface;

import java.util.List;
import java.util.Optional;

/**
 * Everything a caller can meet.
 *
 * @param unjudged what is there and could not be understood, for a note
 */
public record Surface(List<Api> apis, List<CognitoPool> pools, List<PoolClient> clients, List<String> unjudged) {

    public Surface {
        apis = List.copyOf(apis);
        pools = List.copyOf(pools);
        clients = List.copyOf(clients);
        unjudged = List.copyOf(unjudged);
    }

    /** The pool of {@code client}, where it is one that is there. */
    public Optional<CognitoPool> poolOf(PoolClient client) {
        return pools.stream()
                .filter(pool -> client.pool().filter(pool.resource()::isSame).isPresent())
                .findFirst();
    }
}
