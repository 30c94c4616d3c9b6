package dev.tollgate.cli.commands;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map.Entry;
import picocli.CommandLine;

/** The commands by name, in the order that help shows them in. */
public final class Subcommands {

    private static final List<Entry<String, Class<?>>> ALL = List.of(
            entry("synth", SynthCommand.class),
            entry("validate", ValidateCommand.class),
            entry("check", CheckCommand.class),
            entry("explain", ExplainCommand.class),
            entry("plan", PlanCommand.class),
            entry("review", ReviewCommand.class),
            entry("serve", ServeCommand.class),
            entry("smoke", SmokeCommand.class),
            entry("graph", GraphCommand.class),
            entry("token", TokenCommand.class),
            entry("decode", DecodeCommand.class),
            entry("openapi", OpenApiCommand.class),
            entry("deploy", DeployCommand.class),
            entry("destroy", DestroyCommand.class),
            entry("output", OutputCommand.class),
            entry("environments", EnvironmentsCommand.class),
            entry("init", InitCommand.class),
            entry("doctor", DoctorCommand.class),
            entry("diff", DiffCommand.class),
            entry("generate-completion", CompletionCommand.class),
            entry("generate-manual", ManualCommand.class));

    private Subcommands() {}

    /**
     * Adds what {@code args} need to {@code root}: the command that they begin with, and every one where they begin
     * with anything else. Describing a command takes picocli some milliseconds, and there are twenty.
     */
    public static void add(CommandLine root, String[] args) {
        List<Entry<String, Class<?>>> named = ALL.stream()
                .filter(command -> args.length > 0 && command.getKey().equals(args[0]))
                .filter(command -> !DescribesAll.class.isAssignableFrom(command.getValue()))
                .toList();
        (named.isEmpty() ? ALL : named).forEach(command -> root.addSubcommand(command.getKey(), command.getValue()));
    }

    /** A command that describes all the others. */
    interface DescribesAll {}
}
