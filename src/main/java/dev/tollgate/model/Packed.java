package dev.tollgate.model;

import java.util.Optional;

/** What a package is made for: a function, or a layer. */
public sealed interface Packed permits LambdaFunction.Packaged, Layer {

    /** The name that the file gives it. */
    String id();

    /** The top-level key that it stands under. */
    String section();

    /** What people know it by: {@code function `api`}. */
    String title();

    /** The address of its resource in Terraform. */
    String address();

    /** Where its code comes from. */
    FunctionCode code();

    /** The S3 bucket by way of which its package goes, where the file names one. */
    Optional<String> packageBucket();

    /** What its package is called beside the stack; no name has a dot. */
    String zip();
}
