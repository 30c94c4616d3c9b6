/**
 * Checks whether this machine and this account have what an environment needs, each with the command that fixes it.
 * Looks and changes nothing; knows neither CDKTF nor the command line.
 */
@NullMarked
package dev.tollgate.doctor;

import org.jspecify.annotations.NullMarked;
