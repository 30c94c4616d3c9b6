/**
 * What an environment file means: records and closed choices, well-formed by construction. No I/O, no CDKTF, no
 * picocli, and nothing of where in a file a thing was written.
 */
@NullMarked
package dev.tollgate.model;

import org.jspecify.annotations.NullMarked;
