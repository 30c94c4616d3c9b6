package dev.tollgate.gateway.function;

import dev.tollgate.finding.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The program on this machine that runs a function: whatever version there is, in place of Lambda's own.
 *
 * @param program where it really is, past any shim of a version manager
 * @param debug where a debugger attaches
 */
record Interpreter(Language language, String program, String version, Optional<DebugPort> debug)
        implements LocalRuntime {

    private static final String HAS_DEBUGPY =
            "import importlib.util, sys; sys.path[0] = sys.argv[1]; print(importlib.util.find_spec('debugpy') is not None)";

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
    static Interpreter of(LocalFunction function, SortedMap<String, String> environment, Optional<DebugPort> debug) {
        Language language = language(function);
        try {
            List<String> said = Launch.output(language.command, List.of(language.flag, language.question), environment)
                    .lines()
                    .toList();
            if (said.size() == 2) {
                Interpreter found = new Interpreter(language, said.get(0), said.get(1), debug);
                found.refuseWithoutDebugger(function, environment);
                return found;
            }
        } catch (IOException e) {
            throw missing(function, language, e);
        }
        throw missing(function, language, new IOException("it did not print its version"));
    }

    /** Node.js has its own, Python needs a module. */
    private void refuseWithoutDebugger(LocalFunction function, SortedMap<String, String> environment)
            throws IOException {
        if (debug.isEmpty() || language != Language.PYTHON) {
            return;
        }
        List<String> question =
                List.of("-B", "-c", HAS_DEBUGPY, function.folder().toString());
        if (!Launch.output(program, question, environment).strip().equals("True")) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "function `" + function.name() + "` needs `debugpy` for `--debug`, which neither its package nor `"
                            + program + "` has",
                    "run `" + program + " -m pip install debugpy`, or pack it with the function");
        }
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
            case NODE -> {
                List<String> command =
                        new ArrayList<>(List.of(program, "--max-old-space-size=" + function.memorySize() * 9 / 10));
                debug.ifPresent(port -> command.add("--inspect=" + port.address()));
                command.addAll(List.of("--input-type=commonjs", "--eval", bootstrap()));
                yield command;
            }
            case PYTHON -> {
                List<String> command = new ArrayList<>(List.of(program, "-u", "-B"));
                // A debugger does not see into modules that are frozen into the interpreter.
                debug.ifPresent(port -> command.addAll(List.of("-X", "frozen_modules=off")));
                command.addAll(List.of("-c", bootstrap()));
                debug.ifPresent(port -> command.add(Integer.toString(port.port())));
                yield command;
            }
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
