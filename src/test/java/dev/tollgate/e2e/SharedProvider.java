package dev.tollgate.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The AWS provider for many commands of Terraform, which starts it three times a command by itself: see
 * {@code src/test/provider}. It ends with this process at the latest, when nobody holds its input any more.
 */
final class SharedProvider implements AutoCloseable {

    /** A test that needs a type of another service adds it here; Terraform says that it does not know the type. */
    private static final String TYPES =
            "^aws_(acm|api_gateway|apigatewayv2|appautoscaling|caller_identity|cloudwatch|cognito|dynamodb|iam|lambda|partition|region|route53|s3_object|scheduler|secretsmanager|sns|sqs|ssm|wafv2_web_acl_association)";

    /** By the types that they know beside the usual ones: one serves all tests of this JVM, and is fast by then. */
    private static final Map<List<String>, SharedProvider> OF_THIS_JVM = new HashMap<>();

    private final Process process;
    private final Writer input;
    private final String folder;

    private SharedProvider(Process process, String folder) {
        this.process = process;
        this.input = process.outputWriter(StandardCharsets.UTF_8);
        this.folder = folder;
    }

    /** With {@code more} types, those that few tests need: a web ACL's is larger than all others together. */
    static synchronized SharedProvider knowing(List<String> more) {
        return OF_THIS_JVM.computeIfAbsent(more, SharedProvider::start);
    }

    /** One for whoever closes it. */
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
            return new SharedProvider(process, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Process process() {
        return process;
    }

    /** What Terraform is given, with a cache of plugins that nobody else has. */
    Map<String, String> environment() {
        try {
            return Map.of(
                    "SHARED_PROVIDER",
                    folder,
                    "TF_CLI_CONFIG_FILE",
                    ProviderMirror.MADE.configuration().toString(),
                    // Its own: where another test initialises, Terraform may lay a plugin into its cache anew.
                    "TF_PLUGIN_CACHE_DIR",
                    Files.createTempDirectory(ProviderMirror.FOLDER, "cache-").toString(),
                    "TF_DISABLE_PLUGIN_TLS",
                    "1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what it started for the account at {@code url}. */
    synchronized void release(String url) {
        try {
            input.write(url + "\n");
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            input.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.onExit().join();
    }
}
