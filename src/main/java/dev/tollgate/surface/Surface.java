package dev.tollgate.surface;

import java.util.List;

/**
 * Everything a caller can meet.
 *
 * @param unjudged what is there and could not be understood, for a note
 */
public record Surface(List<Api> apis, List<UserPool> pools, List<AppClient> clients, List<String> unjudged) {

    public Surface {
        apis = List.copyOf(apis);
        pools = List.copyOf(pools);
        clients = List.copyOf(clients);
        unjudged = List.copyOf(unjudged);
    }
}
