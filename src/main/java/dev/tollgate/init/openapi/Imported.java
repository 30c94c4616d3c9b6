package dev.tollgate.init.openapi;

import dev.tollgate.init.Client;
import dev.tollgate.model.Route;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a document gives a new environment.
 *
 * @param scopes description of each scope of a resource server, by its full name
 * @param about operation id and summary of a route, by its key
 * @param notes what could not be taken over as it is
 */
public record Imported(
        List<Route> routes,
        SortedMap<String, String> scopes,
        List<Client> clients,
        SortedMap<String, String> about,
        List<String> notes) {

    public Imported {
        routes = List.copyOf(routes);
        scopes = Collections.unmodifiableSortedMap(new TreeMap<>(scopes));
        clients = List.copyOf(clients);
        about = Collections.unmodifiableSortedMap(new TreeMap<>(about));
        notes = List.copyOf(notes);
    }
}
