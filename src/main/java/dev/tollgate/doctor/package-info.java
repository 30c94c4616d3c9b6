/**
 * Whether this machine, and this account, have what an environment needs: a check each, with the command that mends it.
 * Looks and changes nothing; knows neither CDKTF nor the command line.
 */
@NullMarked
package dev.tollgate.doctor;

import org.jspecify.annotations.NullMarked;
