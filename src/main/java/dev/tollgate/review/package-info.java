/**
 * Judges a plan for whoever reviews it: what happens to access, who notices, what is lost for good. Works on any
 * configuration's plan; knows neither where the plan comes from nor who reads it.
 */
@NullMarked
package dev.tollgate.review;

import org.jspecify.annotations.NullMarked;
