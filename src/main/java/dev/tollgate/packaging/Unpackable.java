package dev.tollgate.packaging;

/**
 * Something in a function's folder that cannot go into a package.
 *
 * @param path where it is, seen from the project
 * @param why what is wrong with it, to be read after its path
 */
public record Unpackable(String path, String why) {}
