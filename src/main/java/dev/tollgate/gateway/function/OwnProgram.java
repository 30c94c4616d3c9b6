package dev.tollgate.gateway.function;

import dev.tollgate.finding.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** The {@code bootstrap} of a function that brings its own runtime, as it is. */
record OwnProgram(String program) implements LocalRuntime {

    static OwnProgram of(LocalFunction function, Optional<DebugPort> debug) {
        if (debug.isPresent()) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "`--debug` cannot open function `" + function.name() + "` to a debugger: `" + function.runtime()
                            + "` starts a program of its own",
                    "leave it out, and attach to the process that `bootstrap` becomes; Node.js, Python and Java can be"
                            + " debugged");
        }
        // Lambda looks into the package first.
        Optional<Path> bootstrap = Stream.concat(Stream.of(function.folder()), function.layers().stream())
                .map(folder -> folder.resolve("bootstrap"))
                .filter(Files::isExecutable)
                .findFirst();
        if (bootstrap.isEmpty()) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "function `" + function.name() + "` has no `bootstrap` that can be executed, which `"
                            + function.runtime() + "` starts",
                    "pack one, with `chmod +x`");
        }
        return new OwnProgram(bootstrap.get().toString());
    }

    @Override
    public FunctionProcess start(LocalFunction function, SortedMap<String, String> environment, FunctionLog log)
            throws IOException {
        return FunctionProcess.asking(List.of(program), function, environment, log);
    }

    @Override
    public Optional<String> difference(LocalFunction function) {
        return Optional.empty();
    }
}
