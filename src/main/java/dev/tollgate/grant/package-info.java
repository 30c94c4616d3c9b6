/**
 * The client's side of a token endpoint: asks it, or Cognito's {@code InitiateAuth}, for a token, and says in words why
 * it got none. Knows neither where an environment has its endpoints nor the command line, and never repeats a secret.
 */
@NullMarked
package dev.tollgate.grant;

import org.jspecify.annotations.NullMarked;
