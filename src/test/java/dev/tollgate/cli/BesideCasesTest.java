package dev.tollgate.cli;

import dev.tollgate.check.rule.Rules;
import dev.tollgate.finding.Finding;
import dev.tollgate.pipeline.CheckRequest;
import dev.tollgate.pipeline.Checked;
import dev.tollgate.pipeline.Pipeline;
import dev.tollgate.testing.Folder;
import dev.tollgate.testing.Golden;
import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Projects with Terraform of their own beside a stack, and what commands say of them: what is deployed, each thing
 * once, at its place in a file that somebody wrote.
 */
class BesideCasesTest {

    private static final Path CASES = Path.of("src", "test", "resources", "beside");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"opened", "overridden"})
    void areSeenAsTheyAreDeployed(String name) throws IOException {
        Folder.copy(CASES.resolve(name), folder);
        Path out = folder.resolve("cdktf.out");
        Synthesis.of(folder, out);

        Golden.hold(CASES.resolve(name).resolve("said.txt"), check(out) + "\n" + access(out.resolve("stacks/shop")));
    }

    private String check(Path out) throws IOException {
        Pipeline pipeline = new Pipeline(folder, LocalDate.of(2026, 11, 29));
        Checked checked = pipeline.checks(CheckRequest.of(Rules.all()))
                .environment(pipeline.validate(List.of("shop")).get(0), out);
        return checked.findings().stream().map(BesideCasesTest::line).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(Finding finding) {
        String accepted =
                finding.suppressedBecause().map(" accepted: %s"::formatted).orElse("");
        return finding.location() + ": " + finding.severity().word() + ": " + finding.message() + " [" + finding.rule()
                + "]" + accepted + "\n  hint: " + finding.hint().orElse("");
    }

    /** Who gets where, without the lines that only paint it. */
    private static String access(Path stack) {
        CommandOutcome outcome = CommandOutcome.of("graph", "--dir", stack, "--access");
        return outcome.out()
                .lines()
                .filter(line -> line.contains("<br/>"))
                .map(line -> line.strip() + "\n")
                .collect(Collectors.joining());
    }
}
