package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.string;
import static dev.tollgate.schema.Draft.stringMap;

/** The keys of an entry of {@code resource_servers}. */
public enum ResourceServerKeys implements Key {
    NAME(string().fixed("another name is another server: while it is replaced, no client can ask for its scopes")
            .within(AwsLimits.SERVER_NAME)
            .about("the identifier unless given")),
    SCOPES(stringMap()
            .mandatory()
            .changeable()
            .within(AwsLimits.SCOPES)
            .about("scope name to description; asked for as `<identifier>/<scope>`"));

    private final Attribute attribute;

    ResourceServerKeys(Draft draft) {
        attribute = draft.of(this);
    }

    @Override
    public Attribute attribute() {
        return attribute;
    }

    @Override
    public String toString() {
        return word();
    }
}
