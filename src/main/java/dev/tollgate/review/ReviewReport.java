package dev.tollgate.review;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Location;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Takes what one rule has to say of a plan. */
final class ReviewReport {

    private final ReviewRule rule;
    private final String file;
    private final Set<Remark> remarks = new LinkedHashSet<>();

    ReviewReport(ReviewRule rule, String file) {
        this.rule = rule;
        this.file = file;
    }

    /** Says {@code message} of {@code subject}, an address or a route. */
    void say(String subject, String message, String hint) {
        add(rule.kind(), subject, message, hint);
    }

    /** Says that it cannot be told whether {@code subject} does what the rule is about. */
    void undecided(String subject, String because) {
        add(Kind.UNKNOWN, subject, "cannot tell " + because, "look again at what is there once it is applied");
    }

    private void add(Kind kind, String subject, String message, String hint) {
        remarks.add(new Remark(
                kind, Finding.of(rule.id(), kind.severity(), subject, Location.startOf(file), message, hint)));
    }

    List<Remark> remarks() {
        return List.copyOf(remarks);
    }
}
