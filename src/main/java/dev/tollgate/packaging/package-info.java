/**
 * What goes into a function's package, wherever its code comes from, and the zip that comes of it. Knows where code is,
 * paths and bytes: nothing of files of environments, rules or Terraform.
 */
@NullMarked
package dev.tollgate.packaging;

import org.jspecify.annotations.NullMarked;
