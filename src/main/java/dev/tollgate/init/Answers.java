package dev.tollgate.init;

import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Route;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The answers that describe a new environment.
 *
 * @param id the file's name without its ending
 * @param name prefix of every name
 * @param accountRole whether the environment makes the account's role for logs; REST APIs only
 * @param scopes description of each scope, by its full name; those of resource servers only
 * @param about a route's description by its key, if the document has one
 * @param accepted findings that are right here
 * @param document the OpenAPI document that routes and scopes are taken from
 * @param notes what the file's reader has to know, a line each
 */
public record Answers(
        String id,
        String name,
        ApiKind kind,
        String region,
        boolean accountRole,
        TokenSource identity,
        SortedMap<String, String> scopes,
        List<Client> clients,
        List<Function> functions,
        List<Route> routes,
        SortedMap<String, String> about,
        Optional<Domain> domain,
        List<Accepted> accepted,
        Optional<String> document,
        List<String> notes) {

    public Answers {
        scopes = Collections.unmodifiableSortedMap(new TreeMap<>(scopes));
        clients = List.copyOf(clients);
        functions = List.copyOf(functions);
        routes = List.copyOf(routes);
        about = Collections.unmodifiableSortedMap(new TreeMap<>(about));
        accepted = List.copyOf(accepted);
        notes = List.copyOf(notes);
    }

    /** A finding accepted with a reason. */
    public record Accepted(String rule, String subject, String reason) {}

    /** The same answers, with {@code more} findings accepted. */
    public Answers accepting(List<Accepted> more) {
        return new Answers(
                id,
                name,
                kind,
                region,
                accountRole,
                identity,
                scopes,
                clients,
                functions,
                routes,
                about,
                domain,
                more,
                document,
                notes);
    }
}
