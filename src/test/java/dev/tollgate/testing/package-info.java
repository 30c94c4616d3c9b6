/** What tests of several packages share. */
@NullMarked
package dev.tollgate.testing;

import org.jspecify.annotations.NullMarked;
