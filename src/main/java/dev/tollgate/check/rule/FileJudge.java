package dev.tollgate.check.rule;

import dev.tollgate.check.Acceptance;
import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Naming;
import dev.tollgate.check.OtherRules;
import dev.tollgate.check.ProjectFiles;
import dev.tollgate.check.Report;
import dev.tollgate.check.Suppressions;
import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Origins;
import dev.tollgate.model.Environment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Judges an environment file by every rule that sees its mistake there. */
public final class FileJudge {

    // After one of these, what stands at the subject is not what the user meant.
    private static final Set<String> BREAKING_READING_RULES =
            Set.of("invalid-route", "missing-key", "unknown-key", "wrong-type");

    private static final Pattern ADDRESS = Pattern.compile("(module\\..+|data\\..+|aws_[a-z0-9_]+\\..+|output\\..+)");

    private FileJudge() {}

    /**
     * Everything there is to say about {@code environment}, sorted, suppressions applied. What could not be read whole
     * is not judged a second time.
     *
     * @param reading what reading the environment's files found
     * @param today the day that suppressions expire by
     * @param names what the stack of a sound environment declares
     * @param reviews the rules of reviews
     */
    public static List<Finding> judge(
            Environment environment,
            Origins origins,
            ProjectFiles files,
            List<Finding> reading,
            LocalDate today,
            Function<Environment, SortedSet<String>> names,
            OtherRules reviews) {
        Set<String> broken = reading.stream()
                .filter(finding -> BREAKING_READING_RULES.contains(finding.rule()))
                .map(Finding::subject)
                .collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>(reading);
        for (CheckRule rule : Rules.OF_FILE) {
            if (rule.needs().stream().noneMatch(need -> isBroken(need, broken))) {
                Report report = new Report(rule.id(), origins, files);
                rule.file().orElseThrow().judge(environment, report);
                report.findings().stream()
                        .filter(finding -> !broken.contains(finding.subject()))
                        .forEach(findings::add);
            }
        }
        if (!environment.terraform().isEmpty() && findings.stream().noneMatch(Finding::blocks)) {
            findings.addAll(OwnNameTaken.judge(files.ownTerraform(environment.terraform()), names.apply(environment)));
        }
        // One that names a Terraform address is for `check`, which knows the key that a resource comes from.
        List<Acceptance> acceptances = Acceptance.of(environment, origins, today).stream()
                .filter(acceptance ->
                        !ADDRESS.matcher(acceptance.suppression().subject()).matches())
                .toList();
        return suppressions(reviews).apply(findings, acceptances);
    }

    /**
     * Of the rules over Terraform alone nothing is known until a suppression asks for one: most runs need none of them.
     */
    private static Suppressions suppressions(OtherRules reviews) {
        SortedMap<String, List<String>> known = Rules.names(
                Rules.OF_FILE.stream().filter(CheckRule::suppressible).toList());
        known.put(Rules.READING, List.of());
        List<String> judged = List.copyOf(known.keySet());
        known.put(NameShared.ID, List.of());
        return new Suppressions(
                judged,
                new Naming(
                        known,
                        List.of(new OtherRules(() -> Rules.names(TerraformRules.ALL), Rules::describedIds), reviews),
                        Rules::describedIds,
                        finding -> List.of(finding.subject())));
    }

    /** Whether {@code need}, or what it is part of, or any part of it is among {@code broken}. */
    private static boolean isBroken(String need, Set<String> broken) {
        return broken.stream()
                .anyMatch(subject ->
                        subject.equals(need) || subject.startsWith(need + ".") || need.startsWith(subject + "."));
    }
}
