/**
 * What of a function's folder goes into its package, and the zip that comes of it. Knows paths and bytes: nothing of
 * environments, rules or Terraform.
 */
@NullMarked
package dev.tollgate.packaging;

import org.jspecify.annotations.NullMarked;
