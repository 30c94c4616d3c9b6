/**
 * What `tollgate init` writes: answers, or an OpenAPI document, made into the text of an environment file and starters
 * of its functions. Asks no questions, writes no files, and knows neither the disk nor the command line.
 */
@NullMarked
package dev.tollgate.init;

import org.jspecify.annotations.NullMarked;
