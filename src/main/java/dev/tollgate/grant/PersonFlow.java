package dev.tollgate.grant;

/** How people sign in to a client, whose password somebody has. */
public enum PersonFlow {
    /** Without sending the password: {@code USER_SRP_AUTH}. */
    SRP,
    /** By sending it: {@code USER_PASSWORD_AUTH}. */
    PASSWORD,
    /** Not with a password, or on the pool's pages only. */
    NONE;

    /** What a client does that takes these flows. */
    public static PersonFlow of(boolean srp, boolean password) {
        if (srp) {
            return SRP;
        }
        return password ? PASSWORD : NONE;
    }
}
