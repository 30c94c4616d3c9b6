package dev.tollgate.deploy;

/** The lineage and serial of a state; the lineage is empty before the first apply. */
public record StateVersion(String lineage, long serial) {

    /** Before the first apply. */
    public static final StateVersion NONE = new StateVersion("", 0);
}
