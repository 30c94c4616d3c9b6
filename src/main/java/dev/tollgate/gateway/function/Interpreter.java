package dev.tollgate.gateway.function;

import dev.tollgate.finding.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The program on this machine that runs a function: whatever version there is, in place of Lambda's own.
 *
 * @param program where it really is, past any shim of a version manager
 */
record Interpreter(Language language, String program, String version) implements LocalRuntime {

    /** A family of Lambda's runtimes. */
    enum Language {
        NODE("nodejs", "node", "bootstrap.cjs", "-p", "process.execPath + '\\n' + process.versions.node"),
        PYTHON(
                "python",
                "python3",
                "bootstrap.py",
                "-c",
                "import platform, sys; print(sys.executable); print(platform.python_version())");

        private final String prefix;
        private final String command;
        private final String bootstrap;
        private final String flag;
        private final String question;

        Language(String prefix, String command, String bootstrap, String flag, String question) {
            this.prefix = prefix;
            this.command = command;
            this.bootstrap = bootstrap;
            this.flag = flag;
            this.question = question;
        }
    }

    /** Finds what runs {@code function}, or refuses. */
    static Interpreter of(LocalFunction function, SortedMap<String, String> environment) {
        Language language = language(function);
        try {
            List<String> said = Launch.output(language.command, List.of(language.flag, language.question), environment)
                    .lines()
                    .toList();
            if (said.size() == 2) {
                return new Interpreter(language, said.get(0), said.get(1));
            }
        } catch (IOException e) {
            throw missing(function, language, e);
        }
        throw missing(function, language, new IOException("it did not print its version"));
    }

    private static Language language(LocalFunction function) {
        for (Language language : Language.values()) {
            if (function.runtime().matches(language.prefix + "[0-9.]+x?")) {
                return language;
            }
        }
        throw new UserError(
                UserError.Exit.ENVIRONMENT,
                "function `" + function.name() + "` has runtime `" + function.runtime()
                        + "`, which does not run locally: only `nodejs`, `python`, `java` and `provided` do",
                "test its routes on the deployed API");
    }

    private static UserError missing(LocalFunction function, Language language, IOException cause) {
        return new UserError(
                UserError.Exit.ENVIRONMENT,
                "function `" + function.name() + "` needs `" + language.command + "`, which cannot be started here",
                "install it, and put it on `PATH`",
                cause);
    }

    @Override
    public FunctionProcess start(LocalFunction function, SortedMap<String, String> environment, FunctionLog log)
            throws IOException {
        Process process = Launch.channel(command(function), function.folder(), environment);
        return new FunctionProcess(process, new Channel(process), process.getErrorStream(), function, log);
    }

    /** How a process of {@code function} is started. */
    private List<String> command(LocalFunction function) {
        return switch (language) {
            // Lambda leaves Node.js nine tenths of the memory for its heap; what lies outside of it is not limited.
            case NODE ->
                List.of(
                        program,
                        "--max-old-space-size=" + function.memorySize() * 9 / 10,
                        "--input-type=commonjs",
                        "--eval",
                        bootstrap());
            case PYTHON -> List.of(program, "-u", "-B", "-c", bootstrap());
        };
    }

    private String bootstrap() {
        try (InputStream resource = Interpreter.class.getResourceAsStream(language.bootstrap)) {
            if (resource == null) {
                throw new IllegalStateException("the jar holds no " + language.bootstrap);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<String> difference(LocalFunction function) {
        String wanted = function.runtime().substring(language.prefix.length()).replaceAll("\\.?x$", "");
        boolean same = version.equals(wanted) || version.startsWith(wanted + ".");
        String name = language.prefix.toLowerCase(Locale.ROOT);
        return same
                ? Optional.empty()
                : Optional.of("is for `" + function.runtime() + "` and runs on " + name + " " + version + " here");
    }

    @Override
    public Optional<String> missingSdk(String message) {
        return switch (language) {
            case NODE ->
                message.contains("@aws-sdk/") || message.contains("@smithy/")
                        ? Optional.of(
                                "`@aws-sdk/*` is built into Lambda's Node.js but not into this one: `npm install` it in the"
                                        + " function's folder or one above")
                        : Optional.empty();
            case PYTHON ->
                message.contains("'boto3'") || message.contains("'botocore'")
                        ? Optional.of("`boto3` is built into Lambda's Python but not into this one: `" + program
                                + " -m pip install boto3`")
                        : Optional.empty();
        };
    }
}
