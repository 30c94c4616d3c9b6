/**
 * What every checking command returns: findings, and their places in the user's files. Knows nothing of Terraform, of
 * CDKTF or of the command line, so that every other package may return findings.
 */
@NullMarked
package dev.tollgate.finding;

import org.jspecify.annotations.NullMarked;
