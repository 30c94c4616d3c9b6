package dev.tollgate.doctor;

import java.util.Optional;

/**
 * What one look at something found.
 *
 * @param fix the command, or the step, that fixes it
 */
public record Check(String name, Status status, String found, Optional<String> fix) {

    /** What a check comes to. */
    public enum Status {
        OK("ok"),
        /** Works, and will surprise. */
        WARNING("warning"),
        /** In the way. */
        FAILED("failed"),
        /** The look itself did not succeed. */
        UNKNOWN("unknown");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        /** The word for a person. */
        public String word() {
            return word;
        }
    }

    static Check ok(String name, String found) {
        return new Check(name, Status.OK, found, Optional.empty());
    }

    static Check warning(String name, String found, String fix) {
        return new Check(name, Status.WARNING, found, Optional.of(fix));
    }

    static Check failed(String name, String found, String fix) {
        return new Check(name, Status.FAILED, found, Optional.of(fix));
    }

    static Check unknown(String name, String why, String fix) {
        return new Check(name, Status.UNKNOWN, why, Optional.of(fix));
    }
}
