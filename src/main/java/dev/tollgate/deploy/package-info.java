/**
 * Runs Terraform: initializes a stack's folder, plans, applies, reads outputs, and keeps what a plan says as a bundle.
 * Knows nothing of what a plan's resources mean.
 */
@NullMarked
package dev.tollgate.deploy;

import org.jspecify.annotations.NullMarked;
