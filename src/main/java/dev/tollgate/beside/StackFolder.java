package dev.tollgate.beside;

import java.util.Set;

/** What Tollgate itself keeps in a stack's folder. */
public final class StackFolder {

    /** The emitted Terraform. */
    public static final String CONFIGURATION = "cdk.tf.json";

    /** Which key each resource comes from. */
    public static final String SOURCES = "tollgate.sources.json";

    /** What the stack was made of; Terraform reads no hidden files. */
    public static final String RECORD = ".synth-record";

    /** The folder of the packages of functions and layers. */
    public static final String PACKAGES = "functions";

    /** Configuration of one plan, gone after it. */
    public static final String OF_ONE_PLAN = "tollgate-plan.tf.json";

    private static final Set<String> FILES = Set.of(CONFIGURATION, SOURCES, RECORD, OF_ONE_PLAN);

    private StackFolder() {}

    /** Whether {@code name}, a path in the folder, is Tollgate's. */
    public static boolean keeps(String name) {
        return FILES.contains(name) || name.equals(PACKAGES) || name.startsWith(PACKAGES + "/");
    }
}
