package dev.tollgate.cli.text;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Severity;
import dev.tollgate.finding.format.GithubAnnotations;
import dev.tollgate.finding.format.Plain;
import dev.tollgate.finding.format.Sarif;
import dev.tollgate.pipeline.Catalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options of a checking command: the format of findings, and from which severity they fail. */
public final class FindingsFormat {

    /** The forms there are. */
    enum Format {
        TEXT,
        JSON,
        SARIF,
        GITHUB
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json, sarif (SARIF 2.1.0, for code scanning) or github (annotations). Default: text.")
    private Format format;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "error",
            description = "Fail from this severity on: note, warning or error. Default: error.")
    private Severity failOn;

    /**
     * Shows {@code findings} and returns the exit code that they come to.
     *
     * @param what the things that were judged, as JSON calls them: {@code environments}
     * @param noun one of them, as the summary counts them
     */
    public int show(Terminal terminal, List<Finding> findings, String what, String noun, List<String> judged) {
        show(terminal, format, findings, what, noun, judged);
        boolean fails = findings.stream()
                .anyMatch(f -> !f.isSuppressed() && f.severity().compareTo(failOn) >= 0);
        return fails ? ExitCode.FINDINGS : ExitCode.OK;
    }

    /** The same, as JSON whatever was asked for. */
    public int showAsJson(Terminal terminal, List<Finding> findings, String what, String noun, List<String> judged) {
        format = Format.JSON;
        return show(terminal, findings, what, noun, judged);
    }

    private static void show(
            Terminal terminal, Format format, List<Finding> findings, String what, String noun, List<String> judged) {
        switch (format) {
            case TEXT -> {
                new FindingsPrinter(terminal).print(findings, Severity.NOTE);
                terminal.out().println(summary(judged.size(), noun, findings));
            }
            case JSON -> {
                Map<String, Object> result = new LinkedHashMap<>();
                result.put(what, judged);
                result.put("findings", Plain.of(findings));
                terminal.out().println(Json.text(result));
            }
            case SARIF -> terminal.out().println(Json.text(Sarif.log(findings, Catalogue.rules(), Version.number())));
            case GITHUB -> {
                terminal.out().print(GithubAnnotations.of(findings));
                terminal.err().println(summary(judged.size(), noun, findings));
            }
        }
    }

    private static String summary(int number, String noun, List<Finding> findings) {
        return Text.count(number, noun) + ": " + counted(findings, Severity.ERROR) + ", "
                + counted(findings, Severity.WARNING) + ", " + counted(findings, Severity.NOTE) + ", "
                + findings.stream().filter(Finding::isSuppressed).count() + " suppressed";
    }

    private static String counted(List<Finding> findings, Severity severity) {
        long number = findings.stream()
                .filter(f -> f.severity() == severity && !f.isSuppressed())
                .count();
        return Text.count((int) number, severity.word());
    }
}
