package dev.tollgate.doctor;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * When each release line of Node.js gets its last security update. https://github.com/nodejs/Release, as of 2026-11-21.
 */
final class NodeReleases {

    private static final Map<Integer, LocalDate> ENDS = Map.of(
            18, LocalDate.of(2025, 4, 30),
            19, LocalDate.of(2023, 6, 1),
            20, LocalDate.of(2026, 4, 30),
            21, LocalDate.of(2024, 6, 1),
            22, LocalDate.of(2027, 4, 30),
            23, LocalDate.of(2025, 6, 1),
            24, LocalDate.of(2028, 4, 30),
            25, LocalDate.of(2026, 6, 1));

    private NodeReleases() {}

    /** The end of the line {@code major}; empty for one that is newer than the table. */
    static Optional<LocalDate> endOf(int major) {
        return Optional.ofNullable(ENDS.get(major));
    }
}
