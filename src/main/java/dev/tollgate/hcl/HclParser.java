package dev.tollgate.hcl;

import dev.tollgate.finding.UserError;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * HashiCorp's parser of HCL, which runs in Node.js: one process for all the files of a tree, started by the first. What
 * it makes of a file is Terraform's JSON syntax, with two differences: every block is in a list, and an expression that
 * is no string stands in <code>${}</code> as it is written.
 */
public final class HclParser implements AutoCloseable {

    private static final int SECONDS = 60;
    private static final int LARGEST = 16 << 20;

    /** {@code parse config: [main.tf:2,6-3,1: Invalid expression; Expected the start …, and 1 other diagnostic(s)]}. */
    private static final Pattern DIAGNOSTIC = Pattern.compile(
            ".*?\\[[^\\[]*?:(\\d+),(\\d+)-\\d+(?:,\\d+)?: (.*?)(?:, and \\d+ other diagnostic.*)?]?", Pattern.DOTALL);

    private final String node;
    private @Nullable Process process;
    private @Nullable DataOutputStream requests;
    private @Nullable DataInputStream answers;

    private HclParser(String node) {
        this.node = node;
    }

    /** One that starts Node.js when there is something to read: the one that the CDKTF runtime would use. */
    public static HclParser waiting() {
        return new HclParser(System.getenv().getOrDefault("JSII_NODE", "node"));
    }

    /** {@code text}, which errors call {@code file}, as JSON. */
    public String json(String file, String text) {
        if (text.length() > LARGEST) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "`" + file + "` is too large to be read",
                    "split it into several files");
        }
        String answer = answer(file, text);
        if (answer.startsWith("+")) {
            return answer.substring(1);
        }
        throw invalid(file, answer.substring(1).strip());
    }

    private static UserError invalid(String file, String said) {
        Matcher diagnostic = DIAGNOSTIC.matcher(said);
        String message = diagnostic.matches()
                ? file + ":" + diagnostic.group(1) + ":" + diagnostic.group(2) + ": not valid HCL: "
                        + plain(diagnostic.group(3))
                : "`" + file + "` is not valid HCL: " + plain(said);
        return new UserError(UserError.Exit.ENVIRONMENT, message, "fix the file; `terraform validate` says more");
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("[.\\]]+$", "");
    }

    private String answer(String file, String text) {
        CompletableFuture<Void> patience = new CompletableFuture<>();
        try {
            DataOutputStream to = started();
            patience.orTimeout(SECONDS, TimeUnit.SECONDS).exceptionally(tooLong -> {
                close();
                return null;
            });
            // The name only comes back in errors, where a bracket or a line break in it would be in the way.
            send(to, "file.tf".getBytes(StandardCharsets.UTF_8));
            send(to, text.getBytes(StandardCharsets.UTF_8));
            to.flush();
            DataInputStream from = java.util.Objects.requireNonNull(answers);
            return new String(from.readNBytes(from.readInt()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            close();
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "the parser of HCL stopped at `" + file + "`",
                    "look for what is unusual in the file, or check the plan: `--plan-json`",
                    e);
        } finally {
            patience.complete(null);
        }
    }

    private DataOutputStream started() throws IOException {
        DataOutputStream running = requests;
        if (running != null && process != null && process.isAlive()) {
            return running;
        }
        Process started = start();
        process = started;
        answers = new DataInputStream(new BufferedInputStream(started.getInputStream()));
        DataOutputStream to = new DataOutputStream(new java.io.BufferedOutputStream(started.getOutputStream()));
        requests = to;
        send(to, resource("wasm_exec.js"));
        send(to, resource("hcl2json.wasm.gz"));
        return to;
    }

    private Process start() {
        String program = new String(resource("parser.cjs"), StandardCharsets.UTF_8);
        try {
            return new ProcessBuilder(node, "--max-old-space-size=512", "--input-type=commonjs", "--eval", program)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "Node.js is missing, which reads `.tf` files",
                    "install Node.js 18 or later, or check the plan: `--plan-json`",
                    e);
        }
    }

    private static void send(DataOutputStream to, byte[] bytes) throws IOException {
        to.writeInt(bytes.length);
        to.write(bytes);
    }

    private static byte[] resource(String name) {
        try (InputStream resource = HclParser.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("the jar holds no " + name);
            }
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends Node.js, where it was started. */
    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }
}
