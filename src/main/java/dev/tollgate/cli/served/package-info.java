/**
 * Whose tokens and whose API: those of a stack served on this machine, or of a deployed one. Turns either into clients,
 * issuers, credentials and routes for {@code token}, {@code decode}, {@code serve} and {@code smoke}.
 */
@NullMarked
package dev.tollgate.cli.served;

import org.jspecify.annotations.NullMarked;
