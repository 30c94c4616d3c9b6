package dev.tollgate.cli.text;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;

/**
 * Where a command writes to.
 *
 * @param out the result, which can be piped
 * @param err progress and findings
 * @param color whether {@code err} is a terminal that shows colours
 * @param interactive whether to show progress
 * @param answers standard input, if it is a terminal
 * @param in what is piped in
 * @param environment the environment variables of the process
 */
public record Terminal(
        PrintWriter out,
        PrintWriter err,
        boolean color,
        boolean interactive,
        Optional<BufferedReader> answers,
        InputStream in,
        Map<String, String> environment) {

    public Terminal {
        environment = Map.copyOf(environment);
    }

    /** A terminal that shows colours where somebody watches; {@code NO_COLOR} wins over everything. */
    public static Terminal of(PrintWriter out, PrintWriter err, Map<String, String> environment, boolean interactive) {
        boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty() || "dumb".equals(environment.get("TERM"));
        return new Terminal(
                out,
                err,
                interactive && !plain,
                interactive,
                Optional.empty(),
                InputStream.nullInputStream(),
                environment);
    }

    /** The same, with somebody who types {@code answers}. */
    public Terminal asking(BufferedReader answers) {
        return new Terminal(out, err, color, interactive, Optional.of(answers), in, environment);
    }

    /** The same, with {@code piped} on standard input. */
    public Terminal reading(InputStream piped) {
        return new Terminal(out, err, color, interactive, answers, piped, environment);
    }

    /** Writes all that was printed, before another program writes to the same place. */
    public void flush() {
        out.flush();
        err.flush();
    }

    /** {@code text} in one of picocli's styles, {@code bold,red}, where colours are shown. */
    public String styled(String style, String text) {
        return color ? Colors.styled(style, text) : text;
    }

    /** A line of progress that the next one overwrites; nothing where nobody watches. */
    public void progress(String line) {
        if (interactive) {
            err.print("\r\u001b[2K" + line);
            err.flush();
        }
    }

    /** Removes the line of progress. */
    public void progressDone() {
        progress("");
    }
}
