/**
 * The product's story: read, validate, synth, check, plan, review, apply, smoke; and the project's files on disk. Knows
 * nothing of the command line.
 */
@NullMarked
package dev.tollgate.pipeline;

import org.jspecify.annotations.NullMarked;
