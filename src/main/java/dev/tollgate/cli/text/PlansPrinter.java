package dev.tollgate.cli.text;

import dev.tollgate.deploy.PlanMode;
import dev.tollgate.deploy.TerraformFailure;
import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Severity;
import dev.tollgate.finding.UserError;
import dev.tollgate.pipeline.Plans.Outcome;
import dev.tollgate.pipeline.Reviews;
import dev.tollgate.review.Review;
import dev.tollgate.review.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Plans of several environments, for a person. */
public final class PlansPrinter {

    private final Terminal terminal;

    private final PlanMode mode;

    public PlansPrinter(Terminal terminal, PlanMode mode) {
        this.terminal = terminal;
        this.mode = mode;
    }

    /** One line for an environment whose plan has ended. */
    public void progress(Outcome outcome) {
        terminal.err().println(Text.printable(outcome.environment() + ": " + words(outcome)));
        terminal.err().flush();
    }

    private static String words(Outcome outcome) {
        if (outcome instanceof Outcome.Planned planned) {
            return Verdict.of(planned.review());
        }
        return "failed";
    }

    /** The list of plans, what may not be applied, and all that Terraform said of what failed; the worst exit code. */
    public int print(List<Outcome> outcomes) {
        terminal.out().print(Text.table(rows(outcomes)));
        terminal.out().flush();
        int worst = ExitCode.OK;
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Failed failed) {
                terminal.err().println("\n" + failed.environment() + ":");
                worst = Math.max(worst, print(failed.failure()));
            } else if (outcome instanceof Outcome.Planned planned) {
                List<Finding> blocking = Reviews.blocking(planned.review(), mode);
                new FindingsPrinter(terminal).print(blocking, Severity.ERROR);
                worst = Math.max(worst, blocking.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS);
            }
        }
        return worst;
    }

    private int print(RuntimeException failure) {
        Failures failures = new Failures(terminal);
        if (failure instanceof TerraformFailure terraform) {
            return failures.print(terraform);
        } else if (failure instanceof UserError error) {
            return failures.print(error);
        }
        throw failure;
    }

    /** Whether any of {@code outcomes} would change something. */
    public static boolean changes(List<Outcome> outcomes) {
        return outcomes.stream().anyMatch(one -> one instanceof Outcome.Planned planned && planned.changes());
    }

    private static List<List<String>> rows(List<Outcome> outcomes) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("ENVIRONMENT", "ADD", "CHANGE", "DESTROY", "BUNDLE"));
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Planned planned) {
                Review review = planned.review();
                rows.add(List.of(
                        planned.environment(),
                        String.valueOf(review.added()),
                        String.valueOf(review.changed()),
                        String.valueOf(review.destroyed()),
                        planned.file().toString()));
            } else {
                rows.add(List.of(outcome.environment(), "?", "?", "?", "-"));
            }
        }
        return rows;
    }
}
