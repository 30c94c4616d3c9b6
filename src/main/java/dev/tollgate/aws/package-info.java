/**
 * Runs programs within a time, and asks AWS through one of them, its own command line: nothing but what reads. Knows
 * neither what is asked for nor why.
 */
@NullMarked
package dev.tollgate.aws;

import org.jspecify.annotations.NullMarked;
