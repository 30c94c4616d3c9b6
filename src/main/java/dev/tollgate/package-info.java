/** The entry point: builds the object graph and turns a command's answer into the process's exit code. */
@NullMarked
package dev.tollgate;

import org.jspecify.annotations.NullMarked;
