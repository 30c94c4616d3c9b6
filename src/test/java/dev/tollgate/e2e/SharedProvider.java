package dev.tollgate.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The AWS provider for many commands of Terraform, which starts it three times a command by itself: see
 * {@code src/test/provider}. It ends with this process at the latest, when nobody holds its input any more.
 */
record SharedProvider(Process process, Map<String, String> environment) implements AutoCloseable {

    /** A test that needs a type of another service adds it here; Terraform says that it does not know the type. */
    private static final String TYPES =
            "^aws_(acm|api_gateway|apigatewayv2|appautoscaling|caller_identity|cloudwatch|cognito|dynamodb|iam|lambda|partition|region|route53|s3_object|scheduler|secretsmanager|sns|sqs|ssm|wafv2_web_acl_association)";

    /** With {@code more} types, those that few tests need: a web ACL's is larger than all others together. */
    static SharedProvider start(List<String> more) {
        ProcessBuilder builder = new ProcessBuilder(
                        "node",
                        ProviderMirror.PROGRAMS.resolve("shared.mjs").toString(),
                        ProviderMirror.MADE.provider().toString(),
                        TYPES + more.stream().map("|^%s$"::formatted).collect(Collectors.joining()),
                        ProviderMirror.FOLDER.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            Process process = builder.start();
            String folder = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if (folder == null) {
                throw new AssertionError("what shares the provider did not start");
            }
            return new SharedProvider(
                    process,
                    Map.of(
                            "SHARED_PROVIDER",
                            folder,
                            "TF_CLI_CONFIG_FILE",
                            ProviderMirror.MADE.configuration().toString(),
                            // Its own: where another test initialises, Terraform may lay a plugin into its cache anew.
                            "TF_PLUGIN_CACHE_DIR",
                            Files.createTempDirectory(ProviderMirror.FOLDER, "cache-")
                                    .toString(),
                            "TF_DISABLE_PLUGIN_TLS",
                            "1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.onExit().join();
    }
}
