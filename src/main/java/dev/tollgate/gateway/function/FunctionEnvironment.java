package dev.tollgate.gateway.function;

import java.io.File;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        function.layers().ifPresent(layers -> variables.putAll(paths(function, layers, around)));
        variables.putAll(function.environment());
        return variables;
    }

    /**
     * Where Lambda's runtimes look in layers, which are in {@code /opt} there:
     * https://docs.aws.amazon.com/lambda/latest/dg/packaging-layers.html. Java's are on its class path.
     */
    private static SortedMap<String, String> paths(LocalFunction function, Path layers, FunctionSurroundings around) {
        SortedMap<String, String> variables = new TreeMap<>();
        variables.put("PATH", around.path() + File.pathSeparator + layers.resolve("bin"));
        variables.put(
                "LD_LIBRARY_PATH", joined(function.folder(), function.folder().resolve("lib"), layers.resolve("lib")));
        if (function.runtime().startsWith("nodejs")) {
            String version = function.runtime().replaceFirst("\\..*", "").replace("nodejs", "node");
            Path modules = layers.resolve("nodejs");
            variables.put(
                    "NODE_PATH",
                    joined(modules.resolve(version).resolve("node_modules"), modules.resolve("node_modules")));
        }
        if (function.runtime().startsWith("python")) {
            Path modules = layers.resolve("python");
            Path installed = modules.resolve("lib").resolve(function.runtime()).resolve("site-packages");
            variables.put("PYTHONPATH", joined(installed, modules));
        }
        return variables;
    }

    private static String joined(Path... paths) {
        return Stream.of(paths).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
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
