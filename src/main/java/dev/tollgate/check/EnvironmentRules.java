package dev.tollgate.check;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Origins;
import dev.tollgate.model.Environment;
import java.util.List;

/** Placeholder until the rules land. */
public final class EnvironmentRules {
    private EnvironmentRules() {}

    public static List<Finding> judge(Environment environment, Origins origins, ProjectFiles files) {
        return List.of();
    }
}
