/**
 * Bytes that are compared later: SHA-256 digests, and zips that are the same on any machine. Knows nothing of what is
 * in them.
 */
@NullMarked
package dev.tollgate.archive;

import org.jspecify.annotations.NullMarked;
