package dev.tollgate.check.terraform;

import dev.tollgate.finding.Rule;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A mistake that Terraform JSON can make. Its page, {@code <id>.md} beside the class, says why it is one and how to
 * mend it.
 *
 * @param id the mistake in a word or three, {@code user-pool-deletable}; what a suppression names
 * @param severity of its gravest finding
 * @param title the mistake in one line
 */
public record TerraformRule(String id, Severity severity, String title, Judgement judgement) {

    /** Reports each place where {@code infrastructure} makes the mistake, and each where that cannot be told. */
    public void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        judgement.judge(infrastructure, surface, report);
    }

    /** What there is to know of the rule, its page included. */
    public Rule described() {
        return new Rule(id, severity, title, page());
    }

    private String page() {
        String name = id + ".md";
        try (InputStream page = TerraformRule.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(page, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a rule finds its mistake. */
    @FunctionalInterface
    public interface Judgement {

        /**
         * Puts what is wrong into {@code report}; what is unknown goes there too, as undecided.
         *
         * @param surface what {@code infrastructure} amounts to for a caller
         */
        void judge(Infrastructure infrastructure, Surface surface, TerraformReport report);
    }
}
