package dev.tollgate.gateway.function;

import java.util.SortedMap;
import java.util.TreeMap;

/** The environment variables of a function's process: Lambda's, then the function's own. */
final class FunctionEnvironment {

    private FunctionEnvironment() {}

    static SortedMap<String, String> of(LocalFunction function, FunctionSurroundings around) {
        SortedMap<String, String> variables = new TreeMap<>();
        variables.put("PATH", around.path());
        variables.put("HOME", around.home());
        variables.put("LANG", "en_US.UTF-8");
        variables.put("TZ", ":UTC");
        variables.put("_HANDLER", function.handler());
        variables.put("LAMBDA_TASK_ROOT", function.folder().toString());
        variables.put("AWS_REGION", around.region());
        variables.put("AWS_DEFAULT_REGION", around.region());
        variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_" + function.runtime());
        variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memorySize()));
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "local/[$LATEST]");
        variables.putAll(credentials(around));
        around.endpoint().ifPresent(url -> variables.put("AWS_ENDPOINT_URL", url));
        variables.putAll(function.environment());
        return variables;
    }

    private static SortedMap<String, String> credentials(FunctionSurroundings around) {
        SortedMap<String, String> variables = new TreeMap<>();
        variables.put("AWS_ACCESS_KEY_ID", "local");
        variables.put("AWS_SECRET_ACCESS_KEY", "local");
        around.credentials().ifPresent(keys -> {
            variables.put("AWS_ACCESS_KEY_ID", keys.accessKeyId());
            variables.put("AWS_SECRET_ACCESS_KEY", keys.secretAccessKey());
            keys.sessionToken().ifPresent(token -> variables.put("AWS_SESSION_TOKEN", token));
        });
        // There are no such files in Lambda; those of whoever runs Tollgate may name an account or an endpoint.
        variables.put("AWS_CONFIG_FILE", "/dev/null");
        variables.put("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
        variables.put("AWS_EC2_METADATA_DISABLED", "true");
        return variables;
    }
}
