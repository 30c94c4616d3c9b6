package dev.tollgate.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.check.History;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Finding;
import dev.tollgate.surface.SurfaceReader;
import dev.tollgate.terraform.Plan;
import dev.tollgate.terraform.PlanReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The stacks into which faults are seeded are good ones: Terraform itself planned them, applied them and planned them
 * again, and no rule says a word.
 */
class SeededPlansTest {

    private static final Path SEEDED = Path.of("src/test/resources/seeded");

    @ParameterizedTest
    @ValueSource(strings = {"rest.plan.json", "rest.applied.json", "http.plan.json", "http.applied.json"})
    void saysNothingOfAGoodStack(String file) throws IOException {
        Plan plan = PlanReader.read(file, Files.readString(SEEDED.resolve(file)));
        List<Finding> findings = TerraformJudge.judge(
                Rules.ofTerraform(),
                plan.after(),
                SurfaceReader.read(plan.after()),
                new History(Optional.of(plan.before()), plan.changes()));

        assertThat(findings).filteredOn(finding -> !isUndecided(finding)).isEmpty();
        assertThat(findings).extracting(Finding::rule).doesNotHaveDuplicates();
    }

    private static boolean isUndecided(Finding finding) {
        return finding.subject().equals(TerraformReport.UNDECIDED);
    }
}
