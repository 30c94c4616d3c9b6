/**
 * The environment file's keys as data: their types, defaults and limits, and whether a value may still change after
 * synth. Reading, the emitted variables and the reference page all come from here; it knows nothing of any of them.
 */
@NullMarked
package dev.tollgate.schema;

import org.jspecify.annotations.NullMarked;
