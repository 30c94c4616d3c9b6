package dev.tollgate.tfvars;

import dev.tollgate.finding.Finding;
import java.util.List;

/**
 * A file read as text: its entries, or why it is no tfvars file.
 *
 * @param entries the file's keys; what could be read of it when there are findings
 * @param findings empty only when Terraform would read the file, too, and all but always then: see {@link TfvarsReader}
 */
public record Parsed(TfvarsValue.Entries entries, List<Finding> findings) {

    public Parsed {
        findings = List.copyOf(findings);
    }
}
