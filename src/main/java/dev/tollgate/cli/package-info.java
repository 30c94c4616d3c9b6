/**
 * The command line: parse, call one thing, print, return an exit code. The only place that knows text for people and
 * exit codes; it decides nothing about environments.
 */
@NullMarked
package dev.tollgate.cli;

import org.jspecify.annotations.NullMarked;
