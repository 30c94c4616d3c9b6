/**
 * The product's story, step by step: find and read environments, judge them, synthesize them. Knows the disk; knows
 * neither CDKTF nor the command line.
 */
@NullMarked
package dev.tollgate.pipeline;

import org.jspecify.annotations.NullMarked;
