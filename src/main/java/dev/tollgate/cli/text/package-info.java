/**
 * What people and programs read: the terminal, findings, plans and JSON as text, questions, manual pages, exit codes.
 * Knows nothing of commands or of how a result came about.
 */
@NullMarked
package dev.tollgate.cli.text;

import org.jspecify.annotations.NullMarked;
