/**
 * The arithmetic by which somebody proves that they know a password, the pool's side of it and the client's. Knows no
 * pool and no protocol.
 */
@NullMarked
package dev.tollgate.srp;

import org.jspecify.annotations.NullMarked;
