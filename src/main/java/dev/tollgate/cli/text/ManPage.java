package dev.tollgate.cli.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A command's man page, in the macros of man(7), from the same words as its {@code --help}. */
public final class ManPage {

    private static final List<String> ENVIRONMENT = List.of(
            "CDKTF_OUTDIR|Where synthesized stacks go; cdktf.out unless set.",
            "JAVA_HOME|The Java to run with; the first on PATH unless set.",
            "JSII_NODE|The Node.js that synth starts; node unless set.",
            "NO_COLOR|Show no colours, whatever the value.");

    private final CommandSpec spec;
    private final StringBuilder page = new StringBuilder();

    private ManPage(CommandSpec spec) {
        this.spec = spec;
    }

    /** The page's file name, {@code tollgate-synth.1}. */
    public static String fileName(CommandSpec spec) {
        return title(spec) + ".1";
    }

    /** The page of {@code spec}. */
    public static String of(CommandSpec spec) {
        return new ManPage(spec).written();
    }

    private String written() {
        String title = title(spec);
        page.append(".\\\" made from the command line itself; do not edit\n");
        page.append(".TH ")
                .append(title.toUpperCase(Locale.ROOT))
                .append(" 1 ")
                .append(Version.day())
                .append(" \"Tollgate ")
                .append(Version.number())
                .append("\" \"Tollgate Manual\"\n");
        // No hyphenation and no stretched lines: commands and paths stay whole.
        page.append(".nh\n.ad l\n");
        heading("NAME");
        text(title + " - " + firstSentence());
        heading("SYNOPSIS");
        page.append(".B ").append(escaped(spec.qualifiedName(" "))).append('\n');
        text(synopsis());
        heading("DESCRIPTION");
        text(description());
        options();
        positionals();
        subcommands();
        exitCodes();
        environment();
        seeAlso();
        return page.toString();
    }

    private static String title(CommandSpec spec) {
        return spec.qualifiedName("-");
    }

    private String description() {
        return String.join(" ", spec.usageMessage().description());
    }

    private String firstSentence() {
        String text = description();
        int end = text.indexOf(". ");
        String first = (end < 0 ? text : text.substring(0, end)).replaceFirst("\\.$", "");
        return first.replaceFirst("[:;].*", "");
    }

    private String synopsis() {
        List<String> words = new ArrayList<>();
        boolean hasOptions = spec.options().stream().anyMatch(option -> !option.hidden());
        if (hasOptions) {
            words.add("[OPTION]...");
        }
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            String label = parameter.paramLabel();
            words.add(parameter.arity().min() == 0 ? "[" + label + "]" : label);
        }
        if (!spec.subcommands().isEmpty()) {
            words.add("COMMAND [ARGUMENT]...");
        }
        return String.join(" ", words);
    }

    private void options() {
        heading("OPTIONS");
        for (OptionSpec option : spec.options()) {
            if (!option.hidden()) {
                page.append(".TP\n");
                List<String> names = Arrays.stream(option.names())
                        .map(name -> "\\fB" + escaped(name) + "\\fR")
                        .toList();
                String value = option.arity().max() == 0 ? "" : " \\fI" + escaped(option.paramLabel()) + "\\fR";
                page.append(String.join(", ", names)).append(value).append('\n');
                text(words(option));
            }
        }
    }

    private void positionals() {
        if (spec.positionalParameters().isEmpty()) {
            return;
        }
        heading("ARGUMENTS");
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            page.append(".TP\n\\fI").append(escaped(parameter.paramLabel())).append("\\fR\n");
            text(words(parameter));
        }
    }

    private static String words(ArgSpec argument) {
        return Ansi.OFF
                .string(String.join(" ", argument.description()))
                .replace("%n", " ")
                .replace("%%", "%");
    }

    private void subcommands() {
        if (spec.subcommands().isEmpty()) {
            return;
        }
        heading("COMMANDS");
        for (Map.Entry<String, CommandLine> entry : spec.subcommands().entrySet()) {
            CommandSpec command = entry.getValue().getCommandSpec();
            if (!command.usageMessage().hidden()) {
                page.append(".TP\n\\fB").append(escaped(entry.getKey())).append("\\fR\n");
                text(String.join(" ", command.usageMessage().description()));
            }
        }
    }

    private void exitCodes() {
        heading("EXIT STATUS");
        spec.root().usageMessage().exitCodeList().forEach((code, meaning) -> {
            page.append(".TP\n").append(escaped(code.strip())).append('\n');
            text(meaning);
        });
    }

    private void environment() {
        heading("ENVIRONMENT");
        for (String line : ENVIRONMENT) {
            page.append(".TP\n\\fB")
                    .append(escaped(line.substring(0, line.indexOf('|'))))
                    .append("\\fR\n");
            text(line.substring(line.indexOf('|') + 1));
        }
    }

    private void seeAlso() {
        List<String> others = new ArrayList<>();
        if (spec.parent() == null) {
            spec.subcommands().values().stream()
                    .map(CommandLine::getCommandSpec)
                    .filter(command -> !command.usageMessage().hidden())
                    .forEach(command -> others.add(title(command)));
        } else {
            others.add(title(spec.root()));
        }
        others.add("terraform");
        heading("SEE ALSO");
        page.append(String.join(
                        ",\n",
                        others.stream()
                                .map(name -> "\\fB" + escaped(name) + "\\fR(1)")
                                .toList()))
                .append('\n');
    }

    private void heading(String words) {
        page.append(".SH ").append(words).append('\n');
    }

    private void text(String words) {
        page.append(line(words.strip())).append('\n');
    }

    /** A line that begins with a dot or a quote would be a macro. */
    private static String line(String words) {
        String escaped = escaped(words);
        return escaped.startsWith(".") || escaped.startsWith("\\(aq") ? "\\&" + escaped : escaped;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> escaped.append("\\e");
                case '-' -> escaped.append("\\-");
                case '\'' -> escaped.append("\\(aq");
                case '"' -> escaped.append("\\(dq");
                case '`' -> escaped.append("\\(ga");
                case '^' -> escaped.append("\\(ha");
                case '~' -> escaped.append("\\(ti");
                default -> {
                    if (c < 0x80) {
                        escaped.appendCodePoint(c);
                    } else {
                        escaped.append(String.format("\\[u%04X]", c));
                    }
                }
            }
        });
        return escaped.toString();
    }
}
