package dev.tollgate.finding;

import java.util.Comparator;

/**
 * A place in a file the user wrote.
 *
 * @param file the file as the user would name it: relative to where they stand, with {@code /} between folders
 * @param line counted from 1
 * @param column counted from 1, in Unicode code points
 */
public record Location(String file, int line, int column) implements Comparable<Location> {

    private static final Comparator<Location> ORDER =
            Comparator.comparing(Location::file).thenComparing(Location::line).thenComparing(Location::column);

    public Location {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("line and column count from 1, got " + line + ":" + column);
        }
    }

    /** The start of {@code file}: where a finding stands that is about the file as a whole. */
    public static Location startOf(String file) {
        return new Location(file, 1, 1);
    }

    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
