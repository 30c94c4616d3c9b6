/**
 * The authorization matrix: every route with every kind of credential, asked and compared with what the API is meant to
 * answer. Knows neither who made the API nor the command line.
 */
@NullMarked
package dev.tollgate.smoke;

import org.jspecify.annotations.NullMarked;
