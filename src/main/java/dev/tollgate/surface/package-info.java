/**
 * What Terraform's resources mean for a caller: APIs with their routes, what each route requires and who passes it, and
 * the pools and clients that tokens come from. Read from configuration and plans alike, ours or others'; here alone are
 * Terraform's words for kinds of access, authorizers and integrations read. Knows nothing of rules.
 */
@NullMarked
package dev.tollgate.surface;

import org.jspecify.annotations.NullMarked;
