/**
 * Rules over what Terraform JSON describes, ours or others', as configuration or as a plan: one class and one page
 * each. Knows neither how the JSON was read nor how findings are shown.
 */
@NullMarked
package dev.tollgate.check.terraform;

import org.jspecify.annotations.NullMarked;
