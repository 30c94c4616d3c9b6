/**
 * Runs Lambda functions locally, each in processes of its own that live on between events: handlers of Node.js and
 * Python, and what asks the Runtime API for events. Knows nothing of HTTP, of API Gateway's events or of where a
 * function's description is read.
 */
@NullMarked
package dev.tollgate.gateway.function;

import org.jspecify.annotations.NullMarked;
