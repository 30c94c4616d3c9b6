package dev.tollgate.model;

import java.util.List;

/** A named group of scopes, part of the user pool. */
public record ResourceServer(String identifier, List<String> scopeNames) {

    public ResourceServer {
        scopeNames = List.copyOf(scopeNames);
    }

    /** The scopes as clients ask for them: {@code identifier/name}. */
    public List<String> scopes() {
        return scopeNames.stream().map(name -> identifier + "/" + name).toList();
    }

    /** What it is called unless the file says: Cognito takes fewer characters in a name than in an identifier. */
    public String defaultName() {
        return identifier.replaceAll("[^\\w+=,.@-]+", "-");
    }

    /** The name of its resource in Terraform: a word for what may be a whole address. */
    public String id() {
        return Label.of(identifier.replaceFirst("^https?://", ""), "server");
    }
}
