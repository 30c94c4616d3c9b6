/** How long AWS usually takes, for messages during a deploy. Data; knows nothing of plans or of the terminal. */
@NullMarked
package dev.tollgate.waits;

import org.jspecify.annotations.NullMarked;
