package dev.tollgate.deploy;

/** What a plan is for. */
public enum PlanMode {
    /** To make the environment what its files say. */
    NORMAL,
    /** To destroy everything in it. */
    DESTROY
}
