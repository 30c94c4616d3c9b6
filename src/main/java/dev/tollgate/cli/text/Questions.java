package dev.tollgate.cli.text;

import dev.tollgate.finding.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Takes an answer from a flag, from the terminal, or from the default; in this order. */
public final class Questions {

    private final Terminal terminal;

    public Questions(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What is wrong with an answer: what is allowed instead; empty when nothing is. */
    public interface Check extends Function<String, Optional<String>> {}

    /** Whether there is somebody to ask. */
    boolean canAsk() {
        return terminal.answers().isPresent();
    }

    /** The answer to {@code question}, by {@code flag} where {@code given}. */
    public String one(String flag, Optional<String> given, String question, Optional<String> fallback, Check check) {
        if (given.isPresent()) {
            return checked(flag, given.get(), check);
        }
        if (!canAsk()) {
            return fallback.orElseThrow(() -> new UserError(
                    UserError.Exit.USAGE,
                    "`" + flag + "` is missing, and standard input is not a terminal: " + question,
                    "add `" + flag + "`; `tollgate init --help` has every flag"));
        }
        while (true) {
            String answer = typed(question + fallback.map(f -> " [" + f + "]").orElse(""));
            String meant = answer.isEmpty() ? fallback.orElse("") : answer;
            Optional<String> problem = meant.isEmpty() ? Optional.of("needed") : check.apply(meant);
            if (problem.isEmpty()) {
                return meant;
            }
            say("  " + problem.get());
        }
    }

    /** The answer to {@code question} when there is one; an empty line is none. */
    public Optional<String> perhaps(String flag, Optional<String> given, String question, Check check) {
        if (given.isPresent()) {
            return Optional.of(checked(flag, given.get(), check));
        }
        if (!canAsk()) {
            return Optional.empty();
        }
        while (true) {
            String answer = typed(question + " [none]");
            Optional<String> problem = answer.isEmpty() ? Optional.empty() : check.apply(answer);
            if (problem.isEmpty()) {
                return Optional.of(answer).filter(text -> !text.isEmpty());
            }
            say("  " + problem.get());
        }
    }

    /** The answers to {@code question}, a line each, until an empty one. */
    public List<String> several(String flag, List<String> given, String question, Check check) {
        if (!given.isEmpty() || !canAsk()) {
            return given.stream().map(one -> checked(flag, one, check)).toList();
        }
        List<String> answers = new ArrayList<>();
        while (true) {
            String answer = typed(answers.isEmpty() ? question : "another, or an empty line");
            if (answer.isEmpty()) {
                return answers;
            }
            Optional<String> problem = check.apply(answer);
            problem.ifPresentOrElse(text -> say("  " + text), () -> answers.add(answer));
        }
    }

    private static String checked(String flag, String answer, Check check) {
        check.apply(answer).ifPresent(allowed -> {
            throw new UserError(UserError.Exit.USAGE, "`" + flag + "` cannot be `" + answer + "`", "it is " + allowed);
        });
        return answer;
    }

    private String typed(String question) {
        terminal.err().print(Text.printable(question) + ": ");
        terminal.err().flush();
        try {
            BufferedReader answers = terminal.answers().orElseThrow();
            String line = answers.readLine();
            if (line == null) {
                terminal.err().println();
                throw new UserError(
                        UserError.Exit.USAGE,
                        "input ended before the last question",
                        "nothing was written; start again");
            }
            return line.strip();
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT, "cannot read the answer: " + e.getMessage(), "use flags", e);
        }
    }

    private void say(String line) {
        terminal.err().println(Text.printable(line));
    }
}
