package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;
import java.util.Set;

/**
 * Variables that Lambda refuses to be given. Others that begin with {@code AWS_} are settings of SDKs, and allowed.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 */
final class ReservedVariable {

    static final CheckRule RULE = CheckRule.ofFile(
            "reserved-variable",
            Severity.ERROR,
            "an environment variable that Lambda sets itself",
            ReservedVariable::judge);

    private ReservedVariable() {}

    private static final Set<String> RESERVED = Set.of(
            "_HANDLER",
            "_X_AMZN_TRACE_ID",
            "AWS_ACCESS_KEY",
            "AWS_ACCESS_KEY_ID",
            "AWS_DEFAULT_REGION",
            "AWS_EXECUTION_ENV",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_LAMBDA_FUNCTION_NAME",
            "AWS_LAMBDA_FUNCTION_VERSION",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "AWS_LAMBDA_RUNTIME_API",
            "AWS_REGION",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "LAMBDA_RUNTIME_DIR",
            "LAMBDA_TASK_ROOT");

    private static void judge(Environment environment, Report report) {
        for (LambdaFunction.Packaged function : environment.packagedFunctions()) {
            for (String name : function.environment().keySet()) {
                if (RESERVED.contains(name)) {
                    report.error(
                            KeyPath.of("functions", function.id(), "environment", name),
                            "`" + name + "` is set by Lambda, which refuses to be given it",
                            "remove it; the function finds Lambda's value there");
                }
            }
        }
    }
}
