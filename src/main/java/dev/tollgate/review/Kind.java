package dev.tollgate.review;

import dev.tollgate.finding.Severity;

/** What a remark is about, from what a reviewer has to see first to what can wait. */
public enum Kind {
    /** AWS would not take it in one go. It blocks, and the steps are said. */
    REFUSED("cannot be applied in one go", Severity.ERROR),
    /** Something that cannot be brought back is lost. It blocks until somebody acknowledges it. */
    LOSS("lost for good", Severity.ERROR),
    /** Somebody gets in who did not before. */
    WIDENED("widened access", Severity.WARNING),
    /** What keeps people out, or data safe, does so less. */
    WEAKENED("weakened", Severity.WARNING),
    /** A caller that works today stops working. */
    BREAKING("breaks callers", Severity.WARNING),
    /** Another estate begins, or every address changes. */
    ESTATE("moves the deployment", Severity.WARNING),
    /** Terraform drops it and AWS keeps it. */
    FORGOTTEN("stays in AWS, unmanaged", Severity.WARNING),
    /** An AWS identity may do more than before. */
    PRIVILEGE("more privilege", Severity.WARNING),
    /** Somebody or something may do less than before, and nobody is known to need it. */
    NARROWED("narrowed", Severity.NOTE),
    /** What keeps people out, or data safe, does so more. */
    STRENGTHENED("strengthened", Severity.NOTE),
    /** Nothing of it is in the state: it is made for the first time, or a second time. */
    BEGINS("starts from an empty state", Severity.NOTE),
    /** The API is deployed again. */
    REDEPLOY("redeploys", Severity.NOTE),
    /** What Terraform found changed behind its back. */
    DRIFT("changed outside Terraform", Severity.NOTE),
    /** What is not known before it is applied. */
    UNKNOWN("not known before apply", Severity.NOTE);

    private final String heading;
    private final Severity severity;

    Kind(String heading, Severity severity) {
        this.heading = heading;
        this.severity = severity;
    }

    /** What stands above such remarks. */
    public String heading() {
        return heading;
    }

    /** How grave such a remark is. */
    public Severity severity() {
        return severity;
    }
}
