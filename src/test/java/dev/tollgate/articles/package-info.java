/** The five articles' systems: what is emitted for each, held against the values that the article shows. */
@NullMarked
package dev.tollgate.articles;

import org.jspecify.annotations.NullMarked;
