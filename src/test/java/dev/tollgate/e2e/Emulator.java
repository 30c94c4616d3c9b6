package dev.tollgate.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.testing.RequiredTool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * AWS on loopback, an account of its own for whoever starts it: what one per account and region, such as API Gateway's
 * role for logs, does not get in the way of another test. It ends with this process at the latest.
 */
final class Emulator implements AutoCloseable {

    private static final Path SCRIPTS = Path.of("src", "test", "emulator").toAbsolutePath();

    private final Process process;
    private final String url;

    private Emulator(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static Emulator start() {
        RequiredTool.orSkip("terraform");
        RequiredTool.orSkip("moto_server");
        try {
            Path log = Files.createTempFile("emulator-", ".log");
            ProcessBuilder builder = new ProcessBuilder(
                            "python3", SCRIPTS.resolve("emulator.py").toString())
                    .redirectError(log.toFile());
            builder.environment().remove("AWS_CA_BUNDLE");
            Process process = builder.start();
            String line = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if (line == null) {
                throw new AssertionError("the emulator did not start: " + Files.readString(log));
            }
            return new Emulator(
                    process, new ObjectMapper().readTree(line).path("url").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts there what an environment expects; {@code arguments} are those of {@code prepare.py}. */
    JsonNode prepare(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("python3", SCRIPTS.resolve("prepare.py").toString(), url));
        command.addAll(Arrays.asList(arguments));
        String output = Run.of(Path.of("."), Map.of(), command).succeeded().output();
        try {
            return new ObjectMapper().readTree(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What makes Terraform, the provider and the cdktf CLI talk to this emulator and to nobody else. */
    Map<String, String> environment() {
        if (!url.startsWith("http://127.0.0.1:")) {
            throw new IllegalStateException("not on loopback: " + url);
        }
        Map<String, String> environment = new TreeMap<>();
        environment.put("AWS_ENDPOINT_URL", url);
        environment.put("AWS_ACCESS_KEY_ID", "test");
        environment.put("AWS_SECRET_ACCESS_KEY", "test");
        environment.put("AWS_MAX_ATTEMPTS", "3");
        environment.put("CHECKPOINT_DISABLE", "1");
        environment.put("TF_IN_AUTOMATION", "1");
        environment.put("TF_PLUGIN_CACHE_DIR", cache().toString());
        environment.put("TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE", "1");
        String config = System.getenv().getOrDefault("TF_CLI_CONFIG_FILE", "");
        environment.put("TF_CLI_CONFIG_FILE", Files.isRegularFile(Path.of(config)) ? config : "/dev/null");
        return environment;
    }

    private static Path cache() {
        try {
            return Files.createDirectories(
                    Path.of("target", "terraform-plugins").toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
