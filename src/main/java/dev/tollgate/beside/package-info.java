/**
 * Terraform of the user's own, put beside an emitted stack: which files of a folder go there, and which blocks they
 * declare. Reads structure only, words and places; knows no values, no AWS, and nothing of how a stack is made.
 */
@NullMarked
package dev.tollgate.beside;

import org.jspecify.annotations.NullMarked;
