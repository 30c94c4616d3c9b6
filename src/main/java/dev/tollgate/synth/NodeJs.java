package dev.tollgate.synth;

import dev.tollgate.finding.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Node.js that the CDKTF runtime is to run on, which says its version while that starts. */
final class NodeJs {

    private static final int OLDEST = 18;
    private static final String HINT = "install Node.js " + OLDEST + " or later";
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\..*");

    private final Optional<Process> asking;

    private NodeJs(Optional<Process> asking) {
        this.asking = asking;
    }

    /** Asks the Node.js that {@code environment} leads the CDKTF runtime to. */
    static NodeJs asked(Map<String, String> environment) {
        // Somebody's own runtime may be no Node.js at all; the launcher's is.
        if (environment.containsKey("JSII_RUNTIME") && !environment.containsKey("TOLLGATE_RUNTIME")) {
            return new NodeJs(Optional.empty());
        }
        String node = environment.getOrDefault("JSII_NODE", "node");
        // The CDKTF runtime, too, gives a command of several words to a shell.
        List<String> command =
                node.matches(".*\\s.*") ? List.of("/bin/sh", "-c", node + " --version") : List.of(node, "--version");
        try {
            return new NodeJs(Optional.of(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()));
        } catch (IOException e) {
            throw new UserError(UserError.Exit.ENVIRONMENT, "Node.js is missing", HINT, e);
        }
    }

    /** Insists on a version that the CDKTF runtime works with. */
    void require() {
        if (asking.isEmpty()) {
            return;
        }
        String said = said(asking.get());
        Matcher version = VERSION.matcher(said);
        if (!version.matches() || version.group(1).length() > 4 || Integer.parseInt(version.group(1)) < OLDEST) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "Node.js " + (said.isEmpty() ? "of an unknown version" : said) + " is too old",
                    HINT);
        }
    }

    private static String said(Process asking) {
        try (var output = asking.getInputStream()) {
            return new String(output.readNBytes(100), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
        } catch (IOException e) {
            return "";
        }
    }
}
