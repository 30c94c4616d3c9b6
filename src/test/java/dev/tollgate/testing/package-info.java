/** What tests of more than one package share: the project synthesized once, tools that must be there. */
@NullMarked
package dev.tollgate.testing;

import org.jspecify.annotations.NullMarked;
