package dev.tollgate.deploy;

/** What becomes of Terraform's text. */
public enum Voice {
    /** It goes where ours goes, as it comes. */
    SHOWN,
    /** It is kept, and shown whole when Terraform fails. */
    HELD
}
