/**
 * Reads what is served from the emitted Terraform: APIs, functions, pools and tables. What it does not understand it
 * refuses, so that nothing gets through that AWS would stop.
 */
@NullMarked
package dev.tollgate.gateway.read;

import org.jspecify.annotations.NullMarked;
