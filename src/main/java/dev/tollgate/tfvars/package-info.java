/**
 * Text of a {@code .tfvars} or {@code .tfvars.json} file becomes an Environment, and every value keeps its
 * file:line:column. Knows what Terraform accepts in such a file; knows nothing of what is built from it.
 */
@NullMarked
package dev.tollgate.tfvars;

import org.jspecify.annotations.NullMarked;
