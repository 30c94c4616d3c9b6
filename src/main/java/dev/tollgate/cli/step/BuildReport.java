package dev.tollgate.cli.step;

import dev.tollgate.cli.text.Terminal;
import dev.tollgate.cli.text.Text;
import dev.tollgate.pipeline.FunctionBuilds;
import java.util.Locale;

/** Tells of a build: its time and size, or what it printed when it failed. */
public final class BuildReport {

    private static final double KB = 1024;

    private final Terminal terminal;

    public BuildReport(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Prints what came of {@code ran}. */
    public void print(FunctionBuilds.Ran ran) {
        String built = ran.of().title();
        if (ran.failed()) {
            terminal.err()
                    .print(ran.output().isEmpty() || ran.output().endsWith("\n") ? ran.output() : ran.output() + "\n");
            terminal.err()
                    .println(terminal.styled("bold,red", "error:") + " "
                            + Text.printable("the build of " + built + " " + ran.why() + ": `"
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
                        built,
                        ran.time().toMillis() / 1000.0,
                        Math.ceil(ran.bytes().orElse(0L) / KB))));
        if (ran.differs()) {
            terminal.err()
                    .println(terminal.styled("bold,yellow", "note:") + " "
                            + Text.printable("the build of " + built + " made other bytes than before of the same"
                                    + " source: whoever deploys a reviewed plan needs the package that was reviewed; see"
                                    + " docs/ci.md"));
        }
    }
}
