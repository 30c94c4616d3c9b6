package dev.tollgate.cli.step;

import dev.tollgate.cli.text.Terminal;
import dev.tollgate.cli.text.Text;
import dev.tollgate.pipeline.FunctionBuilds;
import dev.tollgate.pipeline.Judged;
import dev.tollgate.pipeline.Pipeline;
import java.util.List;
import java.util.Locale;

/** Functions built, each build told: its time and size, or what it printed when it failed. */
final class BuildStep {

    private static final double KB = 1024;

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
        ran.forEach(this::tell);
        if (ran.stream().anyMatch(FunctionBuilds.Ran::failed)) {
            terminal.err().println("nothing was written: no function is packed without its build");
            return Result.FAILED;
        }
        return ran.isEmpty() ? Result.NOTHING_TO_DO : Result.BUILT;
    }

    private void tell(FunctionBuilds.Ran ran) {
        String function = "function `" + ran.function() + "`";
        if (ran.failed()) {
            terminal.err()
                    .print(ran.output().isEmpty() || ran.output().endsWith("\n") ? ran.output() : ran.output() + "\n");
            terminal.err()
                    .println(terminal.styled("bold,red", "error:") + " "
                            + Text.printable("the build of " + function + " " + ran.why() + ": `"
                                    + ran.code().command() + "`"));
            terminal.err()
                    .println(Text.printable("  hint: it ran in a copy of `"
                            + ran.code().path() + "` without what a `.gitignore` leaves out; see docs/packages.md"));
            return;
        }
        terminal.err()
                .println(Text.printable(String.format(
                        Locale.ROOT,
                        "built %s in %.1f s: %.0f KB",
                        function,
                        ran.time().toMillis() / 1000.0,
                        Math.ceil(ran.bytes().orElse(0L) / KB))));
        if (ran.differs()) {
            terminal.err()
                    .println(terminal.styled("bold,yellow", "note:") + " "
                            + Text.printable("the build of " + function + " made other bytes than before of the same"
                                    + " source: whoever deploys a reviewed plan needs the package that was reviewed; see"
                                    + " docs/ci.md"));
        }
    }
}
