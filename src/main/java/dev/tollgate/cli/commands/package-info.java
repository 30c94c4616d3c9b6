/**
 * The commands, one class each: options and arguments in, one call, an exit code. No other room knows them but the
 * command line itself.
 */
@NullMarked
package dev.tollgate.cli.commands;

import org.jspecify.annotations.NullMarked;
