/**
 * Real Terraform, the real provider and the real cdktf CLI, against an AWS emulator that each test starts for itself.
 */
@NullMarked
package dev.tollgate.e2e;

import org.jspecify.annotations.NullMarked;
