/** Explains what changes when an environment moves to the other kind of API, from its file alone. */
@NullMarked
package dev.tollgate.explain;

import org.jspecify.annotations.NullMarked;
