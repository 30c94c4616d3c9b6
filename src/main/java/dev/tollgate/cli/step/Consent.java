package dev.tollgate.cli.step;

import dev.tollgate.cli.text.Terminal;
import dev.tollgate.finding.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether a person, or the command line, agrees to what a plan does. */
final class Consent {

    @Option(names = "--yes", description = "Do not ask for confirmation.")
    private boolean yes;

    /** Refuses, before anything is done, where there is nobody who could be asked. */
    void mustBePossible(Terminal terminal) {
        if (!yes && terminal.answers().isEmpty()) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "cannot ask for confirmation: standard input is not a terminal",
                    "add `--yes`, best together with a reviewed `--plan`");
        }
    }

    /** Whether it was given on the command line. */
    boolean isGivenBeforehand() {
        return yes;
    }

    /** Whether the name that is typed is the one of {@code environment}. */
    boolean isGiven(Terminal terminal, String environment, String verb) {
        if (yes) {
            return true;
        }
        Optional<BufferedReader> answers = terminal.answers();
        terminal.err().print("\nType the environment's name to " + verb + " `" + environment + "`: ");
        terminal.flush();
        try {
            String answer = answers.isPresent() ? answers.get().readLine() : null;
            return answer != null && answer.strip().equals(environment);
        } catch (IOException e) {
            throw new UserError(UserError.Exit.ENVIRONMENT, "the answer cannot be read", "try again", e);
        }
    }
}
