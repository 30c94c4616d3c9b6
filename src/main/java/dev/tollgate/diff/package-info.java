/** Two environments side by side, from what their files say. Knows neither what is emitted nor what is deployed. */
@NullMarked
package dev.tollgate.diff;

import org.jspecify.annotations.NullMarked;
