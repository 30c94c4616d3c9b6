package dev.tollgate.pipeline;

import dev.tollgate.check.CheckRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How to check Terraform JSON.
 *
 * @param rules the rules to run
 * @param baseline a configuration or plan of what was there before
 * @param variables a var file whose values replace the variables' defaults
 * @param suppressions a file of suppressions instead of the one beside the Terraform JSON
 */
public record CheckRequest(
        List<CheckRule> rules, Optional<Path> baseline, Optional<Path> variables, Optional<Path> suppressions) {

    public CheckRequest {
        rules = List.copyOf(rules);
    }

    /** All there is to find with {@code rules}, and nothing named beside. */
    public static CheckRequest of(List<CheckRule> rules) {
        return new CheckRequest(rules, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
