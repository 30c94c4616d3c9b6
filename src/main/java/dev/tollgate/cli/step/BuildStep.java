package dev.tollgate.cli.step;

import dev.tollgate.cli.text.Terminal;
import dev.tollgate.pipeline.FunctionBuilds;
import dev.tollgate.pipeline.Judged;
import dev.tollgate.pipeline.Pipeline;
import java.util.List;

/** Functions and layers built, each build told: its time and size, or what it printed when it failed. */
final class BuildStep {

    private final Terminal terminal;
    private final Pipeline pipeline;

    BuildStep(Terminal terminal, Pipeline pipeline) {
        this.terminal = terminal;
        this.pipeline = pipeline;
    }

    /** What came of all of them. */
    enum Result {
        NOTHING_TO_DO,
        BUILT,
        FAILED
    }

    /** Runs what {@code judged} need and is not there, everything if {@code again}. */
    Result build(List<Judged> judged, boolean again) {
        List<FunctionBuilds.Ran> ran = pipeline.builds(terminal.environment()).run(judged, again, terminal::progress);
        terminal.progressDone();
        ran.forEach(new BuildReport(terminal)::print);
        if (ran.stream().anyMatch(FunctionBuilds.Ran::failed)) {
            terminal.err().println("nothing was written: nothing is packed without its build");
            return Result.FAILED;
        }
        return ran.isEmpty() ? Result.NOTHING_TO_DO : Result.BUILT;
    }
}
