package dev.tollgate.gateway.function;

import dev.tollgate.finding.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.SortedMap;

/** What runs a function on this machine. */
interface LocalRuntime {

    /** What runs {@code function}, open to a debugger at {@code debug}; refuses one that nothing here does. */
    static LocalRuntime of(LocalFunction function, SortedMap<String, String> environment, Optional<DebugPort> debug) {
        if (!Files.isDirectory(function.folder())) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "function `" + function.name() + "`: there is no folder `" + function.folder() + "`",
                    "run `tollgate synth` again");
        }
        if (function.runtime().startsWith("java")) {
            return JavaRuntime.of(function, environment, debug);
        }
        return function.runtime().startsWith("provided")
                ? OwnProgram.of(function, debug)
                : Interpreter.of(function, environment, debug);
    }

    /** A process of {@code function} that will take events. */
    FunctionProcess start(LocalFunction function, SortedMap<String, String> environment, FunctionLog log)
            throws IOException;

    /** The program that has to be here. */
    String program();

    /** That this is another version than the one in AWS, where it is. */
    Optional<String> difference(LocalFunction function);

    /** What to do about a module that is missing here and there in Lambda, where {@code message} says so. */
    default Optional<String> missingSdk(String message) {
        return Optional.empty();
    }
}
