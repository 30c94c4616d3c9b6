package dev.tollgate.deploy;

/**
 * Which version of which state.
 *
 * @param lineage digest of the state's lineage, which is itself the key to a bundle; empty before the first apply
 */
public record StateVersion(String lineage, long serial) {

    /** Before the first apply. */
    public static final StateVersion NONE = new StateVersion("", 0);
}
