package dev.tollgate.cli.text;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Severity;
import java.util.List;

/** Findings as lines for a person. */
public final class FindingsPrinter {

    private final Terminal terminal;

    public FindingsPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Prints what of {@code findings} is at least {@code least}, and what is suppressed, each with its fix. */
    public void print(List<Finding> findings, Severity least) {
        for (Finding finding : findings) {
            if (finding.severity().compareTo(least) >= 0) {
                print(finding);
            }
        }
        terminal.err().flush();
    }

    private void print(Finding finding) {
        String severity = finding.isSuppressed()
                ? "suppressed " + finding.severity().word()
                : finding.severity().word();
        terminal.err()
                .println(terminal.styled("bold", place(finding)) + " "
                        + terminal.styled(style(finding), severity + ":") + " "
                        + Text.printable(finding.message()) + " [" + finding.rule() + "]");
        finding.hint().ifPresent(hint -> terminal.err().println("  hint: " + Text.printable(hint)));
        finding.suppressedBecause().ifPresent(reason -> terminal.err().println("  because: " + Text.printable(reason)));
    }

    /** GitHub's runner takes a line that begins with two colons for a command, and a file may be called so. */
    private static String place(Finding finding) {
        String place = Text.printable(finding.location() + ":");
        return place.startsWith("::") || place.startsWith("##[") ? "./" + place : place;
    }

    private static String style(Finding finding) {
        if (finding.isSuppressed()) {
            return "faint";
        }
        return switch (finding.severity()) {
            case ERROR -> "bold,red";
            case WARNING -> "bold,yellow";
            case NOTE -> "bold,cyan";
        };
    }
}
