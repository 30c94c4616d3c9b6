/**
 * An API as a picture of callers, gateway, functions and tables, and as a table of who can call what. Read from what
 * Terraform JSON means; knows nothing of environment files and of the command line.
 */
@NullMarked
package dev.tollgate.graph;

import org.jspecify.annotations.NullMarked;
