/**
 * The gateway that the emitted Terraform describes, on this machine: routes, authorizers, CORS, events and refusals as
 * API Gateway has them. What is not understood is refused, never let through. Knows neither how the Terraform came
 * about nor the command line.
 */
@NullMarked
package dev.tollgate.gateway;

import org.jspecify.annotations.NullMarked;
