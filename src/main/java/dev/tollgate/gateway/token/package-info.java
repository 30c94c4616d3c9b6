/**
 * A user pool's issuer, played locally: its keys, its token endpoint, {@code InitiateAuth}, and the verification of any
 * issuer's tokens. Knows neither the HTTP server that carries its requests and answers nor how a pool is read from
 * Terraform's JSON.
 */
@NullMarked
package dev.tollgate.gateway.token;

import org.jspecify.annotations.NullMarked;
