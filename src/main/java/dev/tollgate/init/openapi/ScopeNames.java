package dev.tollgate.init.openapi;

import dev.tollgate.model.Scope;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The document's scopes as Cognito names them: `resource-server/name`. */
final class ScopeNames {

    private static final int LONGEST = 256;

    private final String server;
    private final Notes notes;
    private final SortedMap<String, String> descriptions = new TreeMap<>();

    /** {@code server} is the resource server of scopes that name none. */
    ScopeNames(String server, Notes notes) {
        this.server = server;
        this.notes = notes;
    }

    /** Cognito's name for {@code scope}. */
    String named(String scope) {
        if (Scope.isStandard(scope)) {
            return scope;
        }
        int slash = scope.lastIndexOf('/');
        String identifier = slash > 0 ? printable(scope.substring(0, slash)) : server;
        String name = printable(scope.substring(slash + 1));
        String named = identifier + "/" + (name.isEmpty() ? "all" : name);
        if (!named.equals(scope)) {
            notes.add("the scope `" + scope + "` is called `" + named
                    + "` here: Cognito's scopes begin with their resource server");
        }
        descriptions.putIfAbsent(named, name.isEmpty() ? "Everything" : name);
        return named;
    }

    /** Notes what the document says {@code scope} is for. */
    void describe(String scope, String description) {
        String named = named(scope);
        if (!Scope.isStandard(named) && !description.isBlank()) {
            String text = description.strip();
            descriptions.put(named, text.substring(0, Math.min(LONGEST, text.length())));
        }
    }

    SortedMap<String, String> descriptions() {
        return Collections.unmodifiableSortedMap(descriptions);
    }

    private static String printable(String text) {
        String printable = text.replaceAll("[^\\x21\\x23-\\x5B\\x5D-\\x7E]", "_");
        return printable.substring(0, Math.min(LONGEST / 2, printable.length()));
    }
}
