/** Draws graphs and matrices as Mermaid, SVG and HTML. Knows nothing of Terraform, of files and of the command line. */
@NullMarked
package dev.tollgate.graph.draw;

import org.jspecify.annotations.NullMarked;
