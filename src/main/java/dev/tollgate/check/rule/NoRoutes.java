package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;
import dev.tollgate.schema.EnvironmentKeys;
import java.util.Map;

/** An API that answers nothing; API Gateway refuses to deploy a REST API without methods. */
final class NoRoutes {

    static final CheckRule RULE = CheckRule.ofFile(
                    "no-routes", Severity.ERROR, "an API without routes", NoRoutes::judge)
            .needing("routes");

    private NoRoutes() {}

    private static void judge(Environment environment, Report report) {
        if (environment.kind() != ApiKind.NONE
                && environment
                        .written(EnvironmentKeys.ROUTES)
                        .filter(value -> !value.equals(Map.of()))
                        .isEmpty()) {
            report.error(
                    KeyPath.of("routes"),
                    "the API has no routes",
                    "add `routes`, or choose `api_type = \"none\"` for an identity without an API");
        }
    }
}
