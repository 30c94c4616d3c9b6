/**
 * The {@code terraform} program and what it leaves behind: a stack's folder initialised, planned and applied, a plan
 * kept as a bundle. Knows Terraform's words; knows neither environment files nor the command line.
 */
@NullMarked
package dev.tollgate.terraform;

import org.jspecify.annotations.NullMarked;
