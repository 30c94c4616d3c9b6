package dev.tollgate.review;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Location;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
        add(rule.kind(), subject, rule.brief(), Optional.empty(), message, hint);
    }

    /** The same, which the first line calls {@code brief}. */
    void sayBriefly(String subject, String brief, String message, String hint) {
        add(rule.kind(), subject, brief, Optional.empty(), message, hint);
    }

    /** The same of a {@code subject} that is a part of what is at the address {@code within}. */
    void sayWithin(String subject, Optional<String> within, String message, String hint) {
        add(rule.kind(), subject, rule.brief(), within, message, hint);
    }

    /** How to acknowledge what is said of {@code address}, or of all that is {@code within} the same. */
    String acknowledge(String address, Optional<String> within) {
        return "`suppress = [{ rule = \"" + rule.id() + "\", subject = \"" + address.replace("\"", "\\\"")
                + "\", reason = \"…\" }]` in the file, or `--acknowledge '" + address + "=REASON'`"
                + within.map(all -> "; the subject `" + all + "` stands for all of its rows")
                        .orElse("");
    }

    /** Says that it is not known whether {@code subject} does what the rule is about. */
    void undecided(String subject, String because) {
        add(
                Kind.UNKNOWN,
                subject,
                rule.brief(),
                Optional.empty(),
                "cannot tell " + because,
                "review it again after the apply");
    }

    private void add(Kind kind, String subject, String brief, Optional<String> within, String message, String hint) {
        remarks.add(new Remark(
                kind,
                Finding.of(rule.id(), kind.severity(), subject, Location.startOf(file), message, hint),
                brief,
                within));
    }

    List<Remark> remarks() {
        return List.copyOf(remarks);
    }
}
