package dev.tollgate.cli.commands;

import dev.tollgate.cli.step.Acknowledgements;
import dev.tollgate.cli.step.TollgateCommand;
import dev.tollgate.cli.text.ExitCode;
import dev.tollgate.cli.text.Json;
import dev.tollgate.cli.text.ReviewPrinter;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.cli.text.Version;
import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Rule;
import dev.tollgate.finding.Severity;
import dev.tollgate.finding.UserError;
import dev.tollgate.finding.format.GithubAnnotations;
import dev.tollgate.finding.format.Sarif;
import dev.tollgate.pipeline.Reviewed;
import dev.tollgate.pipeline.Reviews;
import dev.tollgate.review.Review;
import dev.tollgate.review.ReviewData;
import dev.tollgate.review.ReviewMarkdown;
import dev.tollgate.review.ReviewRules;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tollgate review}: what a plan does to access, who notices, and what is lost. */
@Command(
        description = {
            "Reviews a plan of any Terraform configuration: who gains access, who loses it, what is lost for good.",
            "A loss blocks until it is acknowledged. Sensitive values are never shown."
        },
        mixinStandardHelpOptions = true)
final class ReviewCommand implements Callable<Integer> {

    private final Terminal terminal;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Source source = new Source();

    /** Where the plan is. No option is an {@link Optional}: picocli takes the empty one of a group for given. */
    static final class Source {

        @Option(
                names = {"-e", "--environment"},
                paramLabel = "NAME",
                description = "The plan that `tollgate plan -e NAME` saved as plans/NAME.tollgate-plan.")
        @Nullable
        private String environment;

        @Option(
                names = "--plan",
                paramLabel = "FILE",
                description = "A bundle of `tollgate plan`, or a Terraform plan file in the folder where it was made.")
        @Nullable
        private Path plan;

        @Option(
                names = "--plan-json",
                paramLabel = "FILE",
                description = "The output of `terraform show -json PLANFILE`; - reads standard input.")
        @Nullable
        private String planJson;

        Optional<String> planJson() {
            return Optional.ofNullable(planJson);
        }

        Path plan() {
            return plan == null ? Path.of("plans", environment + ".tollgate-plan") : plan;
        }
    }

    /** What the review is written as. */
    enum Format {
        TEXT,
        MARKDOWN,
        JSON,
        SARIF,
        GITHUB
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description =
                    "text, markdown (a comment on a pull request, at most 65,000 characters), json, sarif or github"
                            + " (annotations). Default: text.")
    private Format format;

    @Option(names = "--all-routes", description = "Show the authorization of every route, unchanged ones too.")
    private boolean allRoutes;

    @Option(
            names = "--commit",
            paramLabel = "ID",
            description = "The commit that was planned, to be shown in markdown and json beside the bundle's SHA-256.")
    private Optional<String> commit = Optional.empty();

    @Mixin
    private Acknowledgements acknowledgements;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "error",
            description =
                    "Fail from this severity on: error (a loss that is not acknowledged), warning (also wider access,"
                            + " broken callers and gained privileges) or note. Default: error.")
    private Severity failOn;

    ReviewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        commit.filter(id -> !id.matches("[0-9a-f]{7,64}")).ifPresent(id -> {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "`--commit " + id + "` is not a commit's id",
                    "give what `git rev-parse HEAD` prints");
        });
        Reviewed reviewed = review();
        Review review = reviewed.review();
        switch (format) {
            case TEXT -> {
                new ReviewPrinter(terminal).print(review, allRoutes, terminal.out());
                reviewed.bundle().ifPresent(digest -> terminal.err().println("the bundle's SHA-256 is " + digest));
            }
            case MARKDOWN -> terminal.out().print(ReviewMarkdown.of(review, commit, reviewed.bundle()));
            case JSON -> terminal.out().println(Json.text(data(reviewed)));
            case SARIF -> terminal.out().println(Json.text(Sarif.log(review.findings(), rules(), Version.number())));
            case GITHUB -> terminal.out().print(GithubAnnotations.of(review.findings()));
        }
        return fails(review.findings()) ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private Map<String, Object> data(Reviewed reviewed) {
        Map<String, Object> data = new LinkedHashMap<>(ReviewData.of(reviewed.review()));
        commit.ifPresent(id -> data.put("commit", id));
        reviewed.bundle().ifPresent(digest -> data.put("bundle", digest));
        return data;
    }

    private Reviewed review() {
        Reviews reviews = new Reviews(TollgateCommand.today());
        if (source.planJson().isPresent()) {
            return new Reviewed(reviews.ofJson(source.planJson().get(), acknowledgements.all()), Optional.empty());
        }
        return reviews.ofFile(source.plan(), acknowledgements.all(), terminal.environment());
    }

    private boolean fails(List<Finding> findings) {
        return findings.stream()
                .anyMatch(
                        finding -> !finding.isSuppressed() && finding.severity().compareTo(failOn) >= 0);
    }

    private static List<Rule> rules() {
        return ReviewRules.ALL.stream()
                .map(rule -> new Rule(rule.id(), rule.kind().severity(), rule.title(), ""))
                .toList();
    }
}
