package dev.tollgate.review;

/**
 * Something that a plan can do and that a reviewer should know.
 *
 * @param id as a finding names it
 * @param title what it is, in one line
 */
public record ReviewRule(String id, Kind kind, String title, Judgement judgement) {

    /** How a rule finds what it is about. */
    @FunctionalInterface
    interface Judgement {
        void judge(Comparison comparison, ReviewReport report);
    }
}
