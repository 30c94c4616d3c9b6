package dev.tollgate.terraform;

import dev.tollgate.finding.KeyPath;

/**
 * An output of the root module.
 *
 * @param sensitive the attribute of that name, as written
 */
public record Output(String name, Value value, Value sensitive, KeyPath path) {}
