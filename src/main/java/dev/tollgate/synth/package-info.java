/**
 * An Environment becomes {@code cdk.tf.json}. The only package that knows CDK for Terraform, and the only one that
 * starts its runtime; it judges nothing and asks Terraform nothing.
 */
@NullMarked
package dev.tollgate.synth;

import org.jspecify.annotations.NullMarked;
