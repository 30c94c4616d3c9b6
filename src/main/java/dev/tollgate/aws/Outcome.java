package dev.tollgate.aws;

/** What became of a program that was asked something. */
public sealed interface Outcome {

    /** It ran to its end. */
    record Ended(int exit, String out, String err) implements Outcome {

        /** The line to quote when it failed. */
        public String complaint() {
            return (err.isBlank() ? out : err)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .reduce((first, last) -> last)
                    .map(String::strip)
                    .orElse("exit code " + exit);
        }
    }

    /** It is not on PATH. */
    record Missing() implements Outcome {}

    /** It did not end in time, and was ended. */
    record TooSlow(long seconds) implements Outcome {}

    /** It is there and could not be started. */
    record Unstartable(String why) implements Outcome {}
}
