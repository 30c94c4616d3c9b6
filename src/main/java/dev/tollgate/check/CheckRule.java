package dev.tollgate.check;

import dev.tollgate.finding.Rule;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A mistake, wherever it is seen: in an environment file, in Terraform, or in both. Its page, {@code rule/<id>.md},
 * says why it is one and how to fix it.
 *
 * @param id the mistake in a word or three, {@code unreachable-route}; what a suppression names
 * @param severity of its gravest finding
 * @param title the mistake in one line
 * @param file how an environment file shows it
 * @param terraform how Terraform shows it, ours or others', as configuration or as a plan
 * @param needs the keys of the file that it judges other keys by, {@code clients} or {@code user_pool.source}: it stays
 *     silent while one of them could not be read whole
 * @param formerly what it was called; a suppression may still name it so
 * @param suppressible false where nothing can be made of a file that makes the mistake
 * @param fileHint how an environment file fixes a mistake that only the Terraform made of it shows
 */
public record CheckRule(
        String id,
        Severity severity,
        String title,
        Optional<FileJudgement> file,
        Optional<TerraformJudgement> terraform,
        List<String> needs,
        List<String> formerly,
        boolean suppressible,
        Optional<String> fileHint) {

    public CheckRule {
        needs = List.copyOf(needs);
        formerly = List.copyOf(formerly);
    }

    /** A mistake that only an environment file shows. */
    public static CheckRule ofFile(String id, Severity severity, String title, FileJudgement file) {
        return new CheckRule(
                id, severity, title, Optional.of(file), Optional.empty(), List.of(), List.of(), true, Optional.empty());
    }

    /** A mistake that Terraform shows. */
    public static CheckRule ofTerraform(String id, Severity severity, String title, TerraformJudgement terraform) {
        return new CheckRule(
                id,
                severity,
                title,
                Optional.empty(),
                Optional.of(terraform),
                List.of(),
                List.of(),
                true,
                Optional.empty());
    }

    /** Something that is reported by whoever reads or judges. */
    public static CheckRule reported(String id, Severity severity, String title) {
        return new CheckRule(
                id, severity, title, Optional.empty(), Optional.empty(), List.of(), List.of(), true, Optional.empty());
    }

    /** The same rule, which sees the mistake in environment files too. */
    public CheckRule andOfFile(FileJudgement judgement) {
        return new CheckRule(
                id, severity, title, Optional.of(judgement), terraform, needs, formerly, suppressible, fileHint);
    }

    /** The same rule, which sees the mistake in Terraform too. */
    public CheckRule andOfTerraform(TerraformJudgement judgement) {
        return new CheckRule(
                id, severity, title, file, Optional.of(judgement), needs, formerly, suppressible, fileHint);
    }

    /** The same rule; {@code hint} is how an environment file fixes what is found in the Terraform made of it. */
    public CheckRule fixedInFile(String hint) {
        return new CheckRule(id, severity, title, file, terraform, needs, formerly, suppressible, Optional.of(hint));
    }

    /** The same rule, silent while one of {@code keys} could not be read whole. */
    public CheckRule needing(String... keys) {
        return new CheckRule(id, severity, title, file, terraform, List.of(keys), formerly, suppressible, fileHint);
    }

    /** The same rule, which was called {@code ids} once. */
    public CheckRule formerly(String... ids) {
        return new CheckRule(id, severity, title, file, terraform, needs, List.of(ids), suppressible, fileHint);
    }

    /** The same rule, whose findings nobody may accept. */
    public CheckRule neverAccepted() {
        return new CheckRule(id, severity, title, file, terraform, needs, formerly, false, fileHint);
    }

    /** What there is to know of the rule, its page included. */
    public Rule described() {
        return new Rule(id, severity, title, page());
    }

    private String page() {
        String name = "rule/" + id + ".md";
        try (InputStream page = CheckRule.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(page, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a rule finds its mistake in an environment file; it reads the project's files through the report only. */
    @FunctionalInterface
    public interface FileJudgement {

        /** Puts what is wrong with {@code environment} into {@code report}. */
        void judge(Environment environment, Report report);
    }

    /** How a rule finds its mistake in Terraform. */
    @FunctionalInterface
    public interface TerraformJudgement {

        /**
         * Puts what is wrong into {@code report}; what is unknown goes there too, as undecided.
         *
         * @param surface what {@code infrastructure} means for a caller
         */
        void judge(Infrastructure infrastructure, Surface surface, TerraformReport report);
    }
}
