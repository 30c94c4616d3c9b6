package dev.tollgate.model;

/**
 * Which versions of Terraform's AWS provider take what is emitted: from the one that the bindings were made of, up to
 * the first major version whose types nobody has compared with it.
 */
public final class AwsProvider {

    /** The bindings' own version. */
    public static final int MAJOR = 5;

    /** The bindings' own version, its second number. */
    public static final int MINOR = 23;

    /** The first major version that is not taken. */
    public static final int NEXT_MAJOR = 7;

    /** As Terraform writes it. */
    public static final String CONSTRAINT = ">= " + MAJOR + "." + MINOR + ", < " + NEXT_MAJOR;

    /**
     * The same, where a pool for people or a table needs what the bindings do not know: 5.42 on brought it one by one,
     * and 5.100 is what it is tested with.
     */
    public static final String BEYOND_BINDINGS = ">= " + MAJOR + ".100, < " + NEXT_MAJOR;

    /** The same, where a function has one of the runtimes that 5.100 does not know. */
    public static final String OF_RUNTIMES = ">= 6.21, < " + NEXT_MAJOR;

    private AwsProvider() {}
}
