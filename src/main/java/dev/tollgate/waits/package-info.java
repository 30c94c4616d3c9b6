/**
 * What is known of how long AWS takes, for whoever waits with Terraform. Data; knows nothing of plans or of the
 * terminal.
 */
@NullMarked
package dev.tollgate.waits;

import org.jspecify.annotations.NullMarked;
