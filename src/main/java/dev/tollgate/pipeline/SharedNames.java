package dev.tollgate.pipeline;

import dev.tollgate.check.Acceptance;
import dev.tollgate.check.Naming;
import dev.tollgate.check.Suppressions;
import dev.tollgate.check.rule.NameShared;
import dev.tollgate.check.rule.Rules;
import dev.tollgate.finding.Finding;
import dev.tollgate.model.Environment;
import dev.tollgate.tfvars.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Adds to environments that are judged together what they take from each other. */
final class SharedNames {

    private SharedNames() {}

    /** {@code judged}, each with the names that it shares with one before it. */
    static List<Judged> judge(List<Judged> judged, LocalDate today) {
        NameShared names = new NameShared();
        return judged.stream()
                .map(one -> one.environment()
                        .map(read -> with(
                                one, marked(names.next(read, one.reading().origins()), read, one.reading(), today)))
                        .orElse(one))
                .toList();
    }

    private static List<Finding> marked(
            List<Finding> shared, Environment environment, Reading reading, LocalDate today) {
        if (shared.isEmpty()) {
            return shared;
        }
        Naming naming = new Naming(
                Rules.suppressible(),
                List.of(Catalogue.REVIEWS),
                Rules::describedIds,
                finding -> List.of(finding.subject()));
        return new Suppressions(List.of(NameShared.ID), naming)
                .marked(shared, Acceptance.of(environment, reading.origins(), today));
    }

    private static Judged with(Judged judged, List<Finding> shared) {
        List<Finding> findings = new ArrayList<>(judged.findings());
        findings.addAll(shared);
        return new Judged(
                judged.name(),
                judged.contents(),
                judged.reading(),
                findings.stream().sorted().toList());
    }
}
