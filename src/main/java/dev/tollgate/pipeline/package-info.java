/**
 * The product's story, step by step: find, read, check and synthesize environments, plan, review, deploy. Knows the
 * disk; knows neither CDKTF nor the command line.
 */
@NullMarked
package dev.tollgate.pipeline;

import org.jspecify.annotations.NullMarked;
