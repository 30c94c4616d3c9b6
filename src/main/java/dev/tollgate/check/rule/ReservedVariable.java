package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.finding.Severity;
import java.util.Set;

/**
 * Variables that Lambda refuses to be given. Others that begin with {@code AWS_} are settings of SDKs, and allowed.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 */
final class ReservedVariable {

    static final CheckRule RULE = SeenFunction.rule(
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
            "AWS_LAMBDA_MAX_CONCURRENCY",
            "AWS_LAMBDA_RUNTIME_API",
            "AWS_REGION",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "LAMBDA_RUNTIME_DIR",
            "LAMBDA_TASK_ROOT");

    private static final String METADATA = "AWS_LAMBDA_METADATA_";

    private static void judge(SeenFunction function) {
        for (String name : function.byName().keySet()) {
            if (RESERVED.contains(name) || name.startsWith(METADATA)) {
                function.thing()
                        .error(
                                SeenFunction.VARIABLES.child(name),
                                "`" + name + "` of " + function.thing().name()
                                        + " is set by Lambda, which does not allow it here",
                                "remove it; the function gets Lambda's value");
            }
        }
    }
}
