/**
 * An API as an OpenAPI document: what can be called, with which tokens, and where. Reads what was emitted, never the
 * environment's file; knows neither servers nor the command line.
 */
@NullMarked
package dev.tollgate.openapi;

import org.jspecify.annotations.NullMarked;
