/**
 * What Terraform's resources amount to for a caller: APIs with their routes, what each route demands, and the pools and
 * clients that tokens come from. Read from configuration and plans alike, ours or others'; knows nothing of rules.
 */
@NullMarked
package dev.tollgate.surface;

import org.jspecify.annotations.NullMarked;
