package dev.tollgate.surface;

/** What is known of a fact: what AWS fills in at apply may be neither yes nor no before. */
public enum Known {
    YES,
    NO,
    UNKNOWN;

    /** {@link #YES} or {@link #NO}. */
    public static Known of(boolean fact) {
        return fact ? YES : NO;
    }
}
