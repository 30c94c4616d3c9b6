/**
 * What every judging command returns: findings, and where in the user's files they stand. Knows nothing of Terraform,
 * of CDKTF or of the command line, so that every other package may return findings.
 */
@NullMarked
package dev.tollgate.finding;

import org.jspecify.annotations.NullMarked;
