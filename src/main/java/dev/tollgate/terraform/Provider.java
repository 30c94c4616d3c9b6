package dev.tollgate.terraform;

/**
 * A provider's configuration.
 *
 * @param key as resources name it: {@code aws}, {@code aws.us_east_1}
 */
public record Provider(String key, Value values) {}
