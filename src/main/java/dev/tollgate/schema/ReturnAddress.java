package dev.tollgate.schema;

/**
 * How an address looks that Cognito lets a sign-in, or a sign-out, return to; patterns that Terraform reads as well.
 */
public final class ReturnAddress {

    /** An address with a scheme, https or an app's own, of one piece: without a fragment, and without a wildcard. */
    public static final String ABSOLUTE = "[A-Za-z][A-Za-z0-9+.-]*://[^\\s*#]+";

    /** The only one that may do without TLS, for tests. */
    public static final String LOCAL = "http://(localhost|127\\.0\\.0\\.1|\\[::1\\])([:/][^\\s*#]*)?";

    /** How one begins that has no TLS. */
    public static final String WITHOUT_TLS = "^http://";

    private ReturnAddress() {}
}
