package dev.tollgate.check;

import dev.tollgate.finding.Rule;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import java.util.List;

/**
 * A mistake that an environment file can make.
 *
 * @param id the mistake in a word or three, {@code unreachable-route}; what a suppression names
 * @param severity of its gravest finding
 * @param title the mistake in one line
 * @param needs the keys that it judges other keys by, {@code clients} or {@code user_pool.source}: it stays silent
 *     while one of them could not be read whole
 */
public record EnvironmentRule(String id, Severity severity, String title, Judgement judgement, List<String> needs) {

    public EnvironmentRule {
        needs = List.copyOf(needs);
    }

    public EnvironmentRule(String id, Severity severity, String title, Judgement judgement) {
        this(id, severity, title, judgement, List.of());
    }

    /** What there is to know of the rule. */
    public Rule described() {
        return new Rule(id, severity, title, "");
    }

    /** The same rule, silent while one of {@code keys} could not be read whole. */
    public EnvironmentRule needing(String... keys) {
        return new EnvironmentRule(id, severity, title, judgement, List.of(keys));
    }

    /** Reports each place where {@code environment} makes the mistake. */
    public void judge(Environment environment, Report report) {
        judgement.judge(environment, report);
    }

    /** How a rule finds its mistake; it reads the project's files through the report only. */
    @FunctionalInterface
    public interface Judgement {

        /** Puts what is wrong with {@code environment} into {@code report}. */
        void judge(Environment environment, Report report);
    }
}
