package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Route;
import java.util.Set;

/**
 * Behind a domain name of one's own, API Gateway answers its health check itself. AWS says so of REST APIs; whether it
 * holds for HTTP APIs is not written anywhere.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
 */
final class ReservedPath {

    static final CheckRule RULE = CheckRule.ofFile(
            "reserved-path",
            Severity.ERROR,
            "a path that API Gateway answers itself behind a custom domain",
            ReservedPath::judge);

    private static final Set<String> PATHS = Set.of("/ping", "/sping");

    private ReservedPath() {}

    private static void judge(Environment environment, Report report) {
        if (environment.apiDomain().isEmpty()) {
            return;
        }
        for (Route route : environment.routes()) {
            if (!PATHS.contains(route.key().path())) {
                continue;
            }
            KeyPath at = KeyPath.of("routes", route.key());
            String hint = "choose another path, such as `/health`";
            if (environment.kind() == ApiKind.REST) {
                report.error(
                        at,
                        "`" + route.key() + "` never reaches its function: API Gateway answers `"
                                + route.key().path() + "` itself behind `custom_domain.api`",
                        hint);
            } else {
                report.warning(
                        at,
                        "`" + route.key()
                                + "` may never reach its function: behind a domain name of your own, API Gateway"
                                + " keeps `" + route.key().path() + "` for its health check",
                        hint);
            }
        }
    }
}
