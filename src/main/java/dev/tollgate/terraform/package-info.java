/**
 * Reads Terraform's JSON: configuration ({@code .tf.json}) and plans ({@code terraform show -json}) become the same
 * resources, whose values are known, refer to another resource, or cannot be known yet. Knows nothing of what the
 * resources mean to API Gateway or Cognito, and does not run Terraform.
 */
@NullMarked
package dev.tollgate.terraform;

import org.jspecify.annotations.NullMarked;
