package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.History;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Finding;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import java.util.ArrayList;
import java.util.List;

/** Judges Terraform by several rules at once. */
public final class TerraformJudge {

    private TerraformJudge() {}

    /** What {@code rules} have to say, sorted; at most one note of each about what it could not decide. */
    public static List<Finding> judge(
            List<CheckRule> rules, Infrastructure infrastructure, Surface surface, History history) {
        List<Finding> findings = new ArrayList<>();
        for (CheckRule rule : rules) {
            rule.terraform().ifPresent(judgement -> {
                TerraformReport report = new TerraformReport(rule.id(), infrastructure, history);
                judgement.judge(infrastructure, surface, report);
                findings.addAll(report.findings());
            });
        }
        return findings.stream().sorted().toList();
    }
}
