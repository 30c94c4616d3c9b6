package dev.tollgate.cli.step;

import dev.tollgate.finding.UserError;
import dev.tollgate.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** The environments that a command works on. */
public final class Selection {

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            description = "An environment: its file name without the extension. Can be repeated.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--all", description = "All environments under environments/.")
    private boolean all;

    /** Whether environments were asked for. */
    public boolean isGiven() {
        return all || !names.isEmpty();
    }

    /** Whether every environment is meant. */
    public boolean isAll() {
        return names.isEmpty();
    }

    /** The environments asked for; all of them when nothing is asked for. */
    public List<String> orAll(Pipeline pipeline) {
        if (all && !names.isEmpty()) {
            throw new UserError(UserError.Exit.USAGE, "`--all` and `-e` cannot be combined", "remove one of them");
        }
        return names.isEmpty() ? pipeline.environments() : List.copyOf(new TreeSet<>(names));
    }
}
