package dev.tollgate.synth;

import dev.tollgate.finding.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Node.js that the CDKTF runtime is to run on; one that is too old may fail in any way. */
final class NodeJs {

    private static final int OLDEST = 18;
    private static final String HINT = "install Node.js " + OLDEST + " or later";
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\..*");

    private NodeJs() {}

    /** Insists on a version that the CDKTF runtime works with, of what {@code environment} leads it to. */
    static void require(Map<String, String> environment) {
        // Somebody's own runtime may be no Node.js at all; the launcher's is.
        if (environment.containsKey("JSII_RUNTIME") && !environment.containsKey("TOLLGATE_RUNTIME")) {
            return;
        }
        String said = said(environment.getOrDefault("JSII_NODE", "node"));
        Matcher version = VERSION.matcher(said);
        if (!version.matches() || version.group(1).length() > 4 || Integer.parseInt(version.group(1)) < OLDEST) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "Node.js " + (said.isEmpty() ? "of an unknown version" : said) + " is too old",
                    HINT);
        }
    }

    private static String said(String node) {
        // The CDKTF runtime, too, gives a command of several words to a shell.
        List<String> command =
                node.matches(".*\\s.*") ? List.of("/bin/sh", "-c", node + " --version") : List.of(node, "--version");
        try {
            Process asking = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream output = asking.getInputStream()) {
                return new String(output.readNBytes(100), StandardCharsets.UTF_8)
                        .lines()
                        .findFirst()
                        .orElse("")
                        .strip();
            }
        } catch (IOException e) {
            throw new UserError(UserError.Exit.ENVIRONMENT, "Node.js is missing", HINT, e);
        }
    }
}
