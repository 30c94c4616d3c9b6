package dev.tollgate.check;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Severity;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ResourceChange;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Takes one rule's findings and gives each its place; gathers what the rule could not decide into one note; lends the
 * rule what there was before.
 */
public final class TerraformReport {

    /** What the note about undecided things is about. */
    public static final String UNDECIDED = "undecided";

    private final String rule;
    private final Infrastructure infrastructure;
    private final History history;
    private final List<Finding> findings = new ArrayList<>();
    private final SortedSet<Finding> reported = new TreeSet<>();
    private final List<Place> undecided = new ArrayList<>();
    private final SortedSet<String> reasons = new TreeSet<>();

    /** Takes the findings of {@code rule} about {@code infrastructure}. */
    public TerraformReport(String rule, Infrastructure infrastructure, History history) {
        this.rule = rule;
        this.infrastructure = infrastructure;
        this.history = history;
    }

    /** Reports what is exploitable, loses data or is certain to fail at apply. The message names the subject. */
    public void error(Place place, String message, String hint) {
        add(Severity.ERROR, place, message, hint);
    }

    /** Reports what weakens the deployed system or will surprise. */
    public void warning(Place place, String message, String hint) {
        add(Severity.WARNING, place, message, hint);
    }

    /** Reports hygiene: worth knowing, never in the way. */
    public void note(Place place, String message, String hint) {
        add(Severity.NOTE, place, message, hint);
    }

    /**
     * Says that the rule cannot tell whether {@code place} makes its mistake. All of a rule's become one note.
     *
     * @param because a few words that end the sentence "could not check X: …"
     */
    public void undecided(Place place, String because) {
        undecided.add(place);
        reasons.add(because);
    }

    /**
     * Whether {@code value}, which stands at {@code place}, is known; where it is not, that is noted.
     *
     * @param value resolved
     */
    public boolean knows(Place place, Value value) {
        if (!value.isCertain()) {
            undecided(place, "`" + String.join(".", place.attribute()) + "` is not known");
        }
        return value.isCertain();
    }

    /** What was there before, where the user named a baseline, or the plan tells it. */
    public Optional<Infrastructure> baseline() {
        return history.baseline();
    }

    /** What the plan does with each resource; empty for a configuration. */
    public List<ResourceChange> changes() {
        return history.changes();
    }

    /** What was reported, the note about what is undecided last. */
    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        if (!undecided.isEmpty()) {
            all.add(note());
        }
        return all;
    }

    private Finding note() {
        SortedSet<String> subjects = new TreeSet<>();
        undecided.forEach(place -> subjects.add(place.subject()));
        return Finding.of(
                rule,
                Severity.NOTE,
                UNDECIDED,
                undecided.get(0).in(infrastructure),
                "could not check " + Wording.listed(subjects) + ": " + String.join("; ", reasons),
                "check a plan instead: it has more values than a configuration, and after an apply all of them");
    }

    void add(Severity severity, Place place, String message, String hint) {
        Finding finding = Finding.of(rule, severity, place.subject(), place.in(infrastructure), message, hint);
        if (reported.add(finding)) {
            findings.add(finding);
        }
    }
}
