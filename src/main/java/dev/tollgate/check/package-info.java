/**
 * What judges an Environment: the shape of a rule, where it reports, suppressions, and the analyses rules and commands
 * share. Touches no file itself and knows nothing of how an environment is read or built.
 */
@NullMarked
package dev.tollgate.check;

import org.jspecify.annotations.NullMarked;
