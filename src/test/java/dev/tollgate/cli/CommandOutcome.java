package dev.tollgate.cli;

import dev.tollgate.cli.text.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a command line comes to: its exit code, and what it writes. Nothing is a terminal to it. */
record CommandOutcome(int exit, String out, String err) {

    static CommandOutcome of(Object... words) {
        return of(List.of(words));
    }

    static CommandOutcome of(List<?> words) {
        return of(Map.of(), terminal -> terminal, words);
    }

    /**
     * @param environment the variables of its environment
     * @param terminal what is to be said of its terminal
     */
    static CommandOutcome of(Map<String, String> environment, UnaryOperator<Terminal> terminal, List<?> words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = new Tollgate(
                        terminal.apply(Terminal.of(new PrintWriter(out), new PrintWriter(err), environment, false)))
                .run(words.stream().map(Object::toString).toArray(String[]::new));
        return new CommandOutcome(exit, out.toString(), err.toString());
    }
}
