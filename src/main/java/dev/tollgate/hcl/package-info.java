/**
 * Reads HCL: HashiCorp's own parser says what a file holds, and a scanner of our own says where it stands. Knows
 * neither resources nor expressions.
 */
@NullMarked
package dev.tollgate.hcl;

import org.jspecify.annotations.NullMarked;
