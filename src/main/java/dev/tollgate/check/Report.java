package dev.tollgate.check;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Location;
import dev.tollgate.finding.Origins;
import dev.tollgate.finding.Severity;
import dev.tollgate.schema.EnvironmentSchema;
import java.util.ArrayList;
import java.util.List;

/** Takes one rule's findings and gives each its place in the file; lends the rule the project's files. */
public final class Report {

    private final String rule;
    private final Origins origins;
    private final ProjectFiles files;
    private final List<Finding> findings = new ArrayList<>();

    public Report(String rule, Origins origins, ProjectFiles files) {
        this.rule = rule;
        this.origins = origins;
        this.files = files;
    }

    /** Reports what is exploitable, loses data or is certain to fail at apply. */
    public void error(KeyPath path, String message, String hint) {
        add(Severity.ERROR, path, message, hint);
    }

    /** Reports what weakens the deployed system or will surprise. */
    public void warning(KeyPath path, String message, String hint) {
        add(Severity.WARNING, path, message, hint);
    }

    /** Reports what is worth knowing and never in the way. */
    public void note(KeyPath path, String message, String hint) {
        add(Severity.NOTE, path, message, hint);
    }

    /** Reports what is wrong at {@code location}, in a file that {@code path} names. */
    public void error(KeyPath path, Location location, String message, String hint) {
        add(Severity.ERROR, path, location, message, hint);
    }

    /** The files that the environment names. */
    public ProjectFiles files() {
        return files;
    }

    /** What was reported, in the order it was. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    void add(Severity severity, KeyPath path, String message, String hint) {
        add(severity, path, origins.locate(path), message, hint);
    }

    private void add(Severity severity, KeyPath path, Location location, String message, String hint) {
        // Where assertions are on, in tests: a key that a rule misspells would only move its finding.
        assert EnvironmentSchema.knows(path.parts()) : "there is no key `" + path + "`";
        findings.add(Finding.of(rule, severity, path.subject(), location, message, hint));
    }
}
