package dev.tollgate.check.rule;

import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;

/**
 * API Gateway writes a REST API's logs with one role for the account and region. Without it, making the stage fails,
 * since its access log is always on. https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
 */
final class LoggingWithoutAccountRoleInFile {

    private LoggingWithoutAccountRoleInFile() {}

    static void judge(Environment environment, Report report) {
        if (environment.kind() == ApiKind.REST
                && environment.accessLog().accountRole().isEmpty()) {
            report.warning(
                    KeyPath.of("access_log", "account_role"),
                    "in an account and region where API Gateway has no role for logs, the stage fails",
                    "write `account_role = true` in `access_log` to make the role, one per account and region,"
                            + " or `false` if it exists");
        }
    }
}
