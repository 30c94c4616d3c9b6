/**
 * The local site: the HTTP server, the console, the addresses and logs of a stack that is served on this machine. Knows
 * nothing of the command line.
 */
@NullMarked
package dev.tollgate.gateway.site;

import org.jspecify.annotations.NullMarked;
