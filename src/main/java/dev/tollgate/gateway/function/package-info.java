/**
 * Runs Lambda handlers of Node.js and Python locally, each in processes of its own that live on between events. Knows
 * nothing of HTTP, of API Gateway's events or of where a function's description is read.
 */
@NullMarked
package dev.tollgate.gateway.function;

import org.jspecify.annotations.NullMarked;
