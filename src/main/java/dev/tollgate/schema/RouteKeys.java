package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.string;
import static dev.tollgate.schema.Draft.strings;

/** The keys of an entry of {@code routes}. */
public enum RouteKeys implements Key {
    FUNCTION(string().mandatory().about("the function it calls")),
    SCOPES(strings().about("any one of these lets a token pass; none: every authenticated caller")),
    ANONYMOUS(string().within(OwnLimits.REASON).about("why the route needs no token"));

    private final Attribute attribute;

    RouteKeys(Draft draft) {
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
