package dev.tollgate.deploy;

/** Which state, and which version of it; its lineage is empty where there is none yet. */
public record StateVersion(String lineage, long serial) {

    /** Before the first apply. */
    public static final StateVersion NONE = new StateVersion("", 0);
}
