package dev.tollgate.graph;

/** Whether a caller can call a route. */
public enum CallVerdict {
    /** It can. */
    YES,
    /** It cannot. */
    NO,
    /** It is not known from what is here. */
    PERHAPS
}
