package dev.tollgate.review;

import dev.tollgate.finding.Finding;

/** One thing a reviewer should know. */
public record Remark(Kind kind, Finding finding) implements Comparable<Remark> {

    @Override
    public int compareTo(Remark other) {
        int byKind = kind.compareTo(other.kind);
        if (byKind != 0) {
            return byKind;
        }
        int bySubject = finding.subject().compareTo(other.finding.subject());
        return bySubject != 0 ? bySubject : finding.compareTo(other.finding);
    }
}
