package dev.tollgate.model;

import java.util.Optional;

/**
 * People of a pool, whom their tokens say to belong together.
 *
 * @param precedence of a person's groups the one with the least decides the role
 * @param roleArn the role that an identity pool gives its members
 */
public record Group(String name, Optional<String> description, int precedence, Optional<String> roleArn) {

    /** The name of its resource in Terraform. */
    public String label() {
        return Label.ofKey(name);
    }
}
