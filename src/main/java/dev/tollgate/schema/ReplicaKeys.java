package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.bool;

/** The keys of an entry of {@code tables.<name>.replicas}. */
public enum ReplicaKeys implements Key {
    POINT_IN_TIME_RECOVERY(bool().byDefault(true).changeable().about("continuous backups of the replica, 35 days"));

    private final Attribute attribute;

    ReplicaKeys(Draft draft) {
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
