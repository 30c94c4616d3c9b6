/**
 * What an OpenAPI document says of routes and of who may call them. Names what cannot be taken over; knows nothing of
 * the rest of such a document.
 */
@NullMarked
package dev.tollgate.init.openapi;

import org.jspecify.annotations.NullMarked;
