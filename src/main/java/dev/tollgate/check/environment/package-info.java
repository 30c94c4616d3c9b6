/**
 * The rules over an Environment, one mistake a file, and their catalogue. A rule judges how values go together; a
 * single value's type and range the schema has judged already.
 */
@NullMarked
package dev.tollgate.check.environment;

import org.jspecify.annotations.NullMarked;
