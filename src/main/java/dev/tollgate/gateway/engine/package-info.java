/**
 * What one call meets in API Gateway: routing, authorizers, CORS, throttling, the event, the response, as either kind
 * of API has them. Knows neither Terraform nor where the call came in.
 */
@NullMarked
package dev.tollgate.gateway.engine;

import org.jspecify.annotations.NullMarked;
