package dev.tollgate.surface;

/** What a token is for, as its claim {@code token_use} says. */
public enum TokenUse {
    /** Says who signed in. */
    ID,
    /** Says what the bearer may do. */
    ACCESS
}
