package dev.tollgate.doctor;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version's three numbers. */
record ProgramVersion(int major, int minor, int patch) implements Comparable<ProgramVersion> {

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?");

    /** The first version in {@code text}. */
    static Optional<ProgramVersion> in(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        return numbers.find()
                ? Optional.of(new ProgramVersion(part(numbers, 1), part(numbers, 2), part(numbers, 3)))
                : Optional.empty();
    }

    private static int part(Matcher numbers, int group) {
        String text = numbers.group(group);
        return text == null ? 0 : Integer.parseInt(text);
    }

    boolean isBefore(ProgramVersion other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(ProgramVersion other) {
        return major != other.major
                ? Integer.compare(major, other.major)
                : minor != other.minor ? Integer.compare(minor, other.minor) : Integer.compare(patch, other.patch);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
