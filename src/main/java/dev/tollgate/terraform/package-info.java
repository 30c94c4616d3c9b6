/**
 * Terraform's JSON, read: configuration ({@code .tf.json}) and plans ({@code terraform show -json}) become the same
 * resources, whose values are known, refer to another resource, or cannot be known yet. And the program itself: a
 * stack's folder initialised, planned and applied, a plan kept as a bundle. Knows nothing of what the resources mean to
 * API Gateway or Cognito.
 */
@NullMarked
package dev.tollgate.terraform;

import org.jspecify.annotations.NullMarked;
