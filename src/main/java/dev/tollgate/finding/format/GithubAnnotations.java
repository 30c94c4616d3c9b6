package dev.tollgate.finding.format;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Printable;
import dev.tollgate.finding.Severity;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Findings as commands to GitHub's runner, which shows each at its line of the pull request. What is suppressed is left
 * out: an annotation cannot say that it does not count.
 */
public final class GithubAnnotations {

    private GithubAnnotations() {}

    /** A line for each of {@code findings}. */
    public static String of(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> !finding.isSuppressed())
                .map(finding -> of(finding) + "\n")
                .collect(Collectors.joining());
    }

    private static String of(Finding finding) {
        String message = Printable.of(finding.message())
                + finding.hint().map(hint -> "\nhint: " + Printable.of(hint)).orElse("");
        return "::" + command(finding.severity())
                + " file=" + property(finding.location().file())
                + ",line=" + finding.location().line()
                + ",col=" + finding.location().column()
                + ",title=" + property(finding.rule())
                + "::" + message(message);
    }

    private static String command(Severity severity) {
        return severity == Severity.NOTE ? "notice" : severity.word();
    }

    private static String property(String text) {
        return message(Printable.of(text)).replace(":", "%3A").replace(",", "%2C");
    }

    // What the runner decodes: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
    private static String message(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
