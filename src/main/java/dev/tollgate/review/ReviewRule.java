package dev.tollgate.review;

/**
 * Something that a plan can do and that a reviewer should know.
 *
 * @param id as a finding names it
 * @param title what it is, in one line
 * @param brief what it is in a few words, behind its subject in the first line; empty where the kind says enough
 */
public record ReviewRule(String id, Kind kind, String title, Judgement judgement, String brief) {

    ReviewRule(String id, Kind kind, String title, Judgement judgement) {
        this(id, kind, title, judgement, "");
    }

    /** How a rule finds what it is about. */
    @FunctionalInterface
    interface Judgement {
        void judge(Comparison comparison, ReviewReport report);
    }
}
