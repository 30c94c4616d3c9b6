/** What becomes of an environment when it changes its kind of API: told from its file, before anything is emitted. */
@NullMarked
package dev.tollgate.explain;

import org.jspecify.annotations.NullMarked;
