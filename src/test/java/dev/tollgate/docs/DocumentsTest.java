package dev.tollgate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.rule.Rules;
import dev.tollgate.cli.Tollgate;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.finding.Finding;
import dev.tollgate.review.ReviewRule;
import dev.tollgate.review.ReviewRules;
import dev.tollgate.testing.Golden;
import dev.tollgate.tfvars.TfvarsReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents say what is so. */
class DocumentsTest {

    private static final Pattern HCL = Pattern.compile("^( *)```hcl\\n(.*?)^ *```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");

    static List<Path> documents() throws IOException {
        List<Path> documents =
                new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("CHANGELOG.md")));
        try (Stream<Path> walk = Files.walk(Path.of("docs"))) {
            walk.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        return documents;
    }

    @Test
    void describesEveryKeyOfTheEnvironmentFile() {
        Golden.hold(Path.of("docs", "environment-file.md"), EnvironmentFilePage.text());
    }

    /** Those that help lists. */
    static List<String> commands() {
        return Pattern.compile("(?m)^  ([a-z-]+)  ")
                .matcher(help())
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private static String help(String... command) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        String[] asked = Stream.concat(Stream.of(command), Stream.of("--help")).toArray(String[]::new);
        new Tollgate(Terminal.of(writer, writer, Map.of(), false)).run(asked);
        return out.toString();
    }

    @Test
    void hasAPageOfEveryCommandAndOfNoOther() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs", "cli"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(commands());
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void describesEveryCommand(String command) {
        Golden.hold(
                Path.of("docs", "cli", command + ".md"),
                "# `tollgate " + command + "`\n\nMade from `tollgate " + command
                        + " --help` by `make golden`.\n\n```text\n" + help(command) + "```\n");
    }

    @Test
    void describesEveryRule() throws IOException {
        Path rules = Path.of("docs", "rules");
        Golden.hold(rules.resolve("README.md"), RulePages.index());
        List<String> pages = new ArrayList<>(List.of("README.md"));
        for (CheckRule rule : Rules.described()) {
            Golden.hold(rules.resolve(rule.id() + ".md"), RulePages.page(rule.described()));
            pages.add(rule.id() + ".md");
        }
        try (Stream<Path> files = Files.list(rules)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(pages);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void showsOnlyEnvironmentFilesThatCanBeRead(Path document) throws IOException {
        for (Matcher block = HCL.matcher(Files.readString(document)); block.find(); ) {
            String text = block.group(2).replaceAll("(?m)^" + block.group(1), "");
            List<Finding> findings = TfvarsReader.parse(document.toString(), text.getBytes(StandardCharsets.UTF_8))
                    .findings();
            assertThat(findings).as(text).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksOnlyToWhatIsThere(Path document) throws IOException {
        Path folder = document.toAbsolutePath().getParent();
        for (Matcher link = LINK.matcher(Files.readString(document)); link.find(); ) {
            assertThat(folder).isNotNull();
            assertThat(Files.exists(folder.resolve(link.group(1))))
                    .as(document + ": " + link.group(1))
                    .isTrue();
        }
    }

    @Test
    void listsEveryRemarkOfAReview() {
        StringBuilder text = new StringBuilder("# Remarks of a review\n\nGenerated; the gravest first.\n\n")
                .append("| remark | kind | when |\n|---|---|---|\n");
        for (ReviewRule rule : ReviewRules.ALL) {
            text.append("| `" + rule.id() + "` | " + rule.kind().heading() + " | " + rule.title() + " |\n");
        }
        Golden.hold(Path.of("docs/review-remarks.md"), text.toString());
    }
}
