package dev.tollgate.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion for fish, which picocli has not. */
public final class FishCompletion {

    private static final String FILES = " -F";

    private final CommandSpec root;
    private final List<String> lines = new ArrayList<>();

    private FishCompletion(CommandSpec root) {
        this.root = root;
    }

    /** The script for the command line {@code root}. */
    public static String of(CommandSpec root) {
        return new FishCompletion(root).script();
    }

    private String script() {
        lines.add("# Completion of " + root.name() + " for fish; made from the command line itself.");
        lines.add("");
        lines.add("# The environments of the project, by their files' names.");
        lines.add("function __tollgate_environments");
        lines.add("    command find environments -type f \\( -name '*.tfvars' -o -name '*.tfvars.json' \\) 2>/dev/null"
                + " | string replace -r '.*/([^/]*)\\.tfvars(\\.json)?$' '$1' | string match -v common | sort -u");
        lines.add("end");
        lines.add("");
        lines.add("complete -c tollgate -f");
        for (Map.Entry<String, CommandLine> entry : root.subcommands().entrySet()) {
            CommandSpec command = entry.getValue().getCommandSpec();
            if (!command.usageMessage().hidden()) {
                lines.add("complete -c tollgate -n __fish_use_subcommand -a " + entry.getKey() + " -d "
                        + quoted(firstWords(command.usageMessage().description())));
                options(entry.getKey(), command);
                arguments(entry.getKey(), command);
            }
        }
        for (OptionSpec option : root.options()) {
            lines.add("complete -c tollgate -n __fish_use_subcommand" + words(option));
        }
        return String.join("\n", lines) + "\n";
    }

    private void options(String name, CommandSpec command) {
        for (OptionSpec option : command.options()) {
            if (!option.hidden()) {
                lines.add("complete -c tollgate -n '__fish_seen_subcommand_from " + name + "'" + words(option));
            }
        }
    }

    private void arguments(String name, CommandSpec command) {
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            String values = values(parameter);
            if (!values.isEmpty()) {
                lines.add("complete -c tollgate -n '__fish_seen_subcommand_from " + name + "'" + values);
            }
        }
    }

    private static String words(OptionSpec option) {
        StringBuilder words = new StringBuilder();
        for (String name : option.names()) {
            words.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        if (option.arity().max() > 0) {
            String values = values(option);
            words.append(values.equals(FILES) ? " -r" : " -x").append(values);
        }
        return words + " -d " + quoted(firstWords(option.description()));
    }

    /** What may stand there: a closed choice, an environment, a file or a folder. */
    private static String values(ArgSpec argument) {
        if (argument.completionCandidates() != null) {
            List<String> candidates = new ArrayList<>();
            argument.completionCandidates().forEach(candidates::add);
            return " -a " + quoted(String.join(" ", candidates).toLowerCase(Locale.ROOT));
        }
        return switch (argument.paramLabel()) {
            case "NAME", "LEFT", "RIGHT" -> isNewName(argument) ? "" : " -a '(__tollgate_environments)'";
            case "DIR" -> " -a '(__fish_complete_directories)'";
            case "FILE" -> FILES;
            default -> "";
        };
    }

    private static boolean isNewName(ArgSpec argument) {
        String words = String.join(" ", argument.description());
        return !words.startsWith("An environment")
                && !words.startsWith("The environment to")
                && !words.startsWith("The environment.")
                && !words.startsWith("The environment that");
    }

    private static String firstWords(String... description) {
        String text = String.join(" ", description).replace("%n", " ").replace("%%", "%");
        int end = text.indexOf(". ");
        return (end < 0 ? text : text.substring(0, end)).replaceFirst("\\.$", "");
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
