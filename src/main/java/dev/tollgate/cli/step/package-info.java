/**
 * What several commands do on their way: select environments, synthesize, plan, review, ask for consent, apply. Knows
 * no command.
 */
@NullMarked
package dev.tollgate.cli.step;

import org.jspecify.annotations.NullMarked;
