/**
 * People who sign in to a user pool that is served locally: its directory, its pages, its OAuth endpoints and the
 * operations of its SDK. Knows neither the HTTP server that carries its requests and answers nor how functions are run.
 */
@NullMarked
package dev.tollgate.gateway.signin;

import org.jspecify.annotations.NullMarked;
