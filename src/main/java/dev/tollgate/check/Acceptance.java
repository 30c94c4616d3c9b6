package dev.tollgate.check;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Location;
import dev.tollgate.finding.Origins;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Suppression;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A suppression, and where it stands.
 *
 * @param name what a finding about the suppression itself is about: {@code suppress.0}
 * @param expiredOn its last day, where that has passed: it accepts nothing any more
 */
public record Acceptance(Suppression suppression, Location location, String name, Optional<LocalDate> expiredOn) {

    /** The suppressions of {@code environment}, whose keys stand at {@code origins}; they expire by {@code today}. */
    public static List<Acceptance> of(Environment environment, Origins origins, LocalDate today) {
        List<Acceptance> acceptances = new ArrayList<>();
        for (int i = 0; i < environment.suppressions().size(); i++) {
            KeyPath path = KeyPath.of("suppress", i);
            Suppression suppression = environment.suppressions().get(i);
            acceptances.add(
                    new Acceptance(suppression, origins.locate(path), path.subject(), suppression.expiredOn(today)));
        }
        return acceptances;
    }

    /** Whether it is about {@code finding}, whatever the rule was called when it was written. */
    boolean isAbout(Finding finding, Naming naming) {
        return naming.rules(finding.rule()).contains(suppression.rule())
                && naming.subjects(finding).contains(suppression.subject());
    }
}
