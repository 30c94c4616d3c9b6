package dev.tollgate.tfvars;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Origins;
import dev.tollgate.model.Environment;
import java.util.List;
import java.util.Optional;

/**
 * An environment's files read.
 *
 * @param environment empty when too little of the files makes sense to judge the rest
 * @param findings what is wrong with the files as such, sorted
 */
public record Reading(Optional<Environment> environment, Origins origins, List<Finding> findings) {

    public Reading {
        findings = findings.stream().sorted().toList();
    }
}
