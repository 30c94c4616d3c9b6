package dev.tollgate.check;

import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;

/**
 * A mistake that an environment file can make.
 *
 * @param id the mistake in a word or three, {@code unreachable-route}; what a suppression names
 * @param severity of its gravest finding
 * @param title the mistake in one line
 */
public record EnvironmentRule(String id, Severity severity, String title, Judgement judgement) {

    /** Reports each place where {@code environment} makes the mistake. */
    public void judge(Environment environment, Report report) {
        judgement.judge(environment, report);
    }

    /** How a rule finds its mistake; it reads the project's files through the report only. */
    @FunctionalInterface
    public interface Judgement {
        void judge(Environment environment, Report report);
    }
}
