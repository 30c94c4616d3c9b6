/**
 * The rules, one class and one page each, the catalogue of them, and what judges by them: an environment file, or what
 * Terraform describes, ours or others'. Knows neither how either was read nor how findings are shown.
 */
@NullMarked
package dev.tollgate.check.rule;

import org.jspecify.annotations.NullMarked;
