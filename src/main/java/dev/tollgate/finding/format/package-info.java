/**
 * Findings for other programs: SARIF for code scanning, annotations for GitHub's workflows, plain data for the rest.
 * Knows no file, and no terminal.
 */
@NullMarked
package dev.tollgate.finding.format;

import org.jspecify.annotations.NullMarked;
