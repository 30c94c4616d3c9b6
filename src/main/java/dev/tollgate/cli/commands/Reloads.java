package dev.tollgate.cli.commands;

import dev.tollgate.cli.served.StackChanges;
import dev.tollgate.cli.step.BuildReport;
import dev.tollgate.cli.text.Failures;
import dev.tollgate.cli.text.FindingsPrinter;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.cli.text.Text;
import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Severity;
import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.site.LocalGateway;
import dev.tollgate.gateway.site.LocalSite;
import dev.tollgate.model.Packed;
import dev.tollgate.pipeline.FunctionBuilds;
import java.util.List;

/** Serves what is new, and tells the terminal and open pages of it. */
final class Reloads implements StackChanges {

    private final Terminal terminal;
    private final LocalSite site;

    Reloads(Terminal terminal, LocalSite site) {
        this.terminal = terminal;
        this.site = site;
    }

    @Override
    public void replaced(LocalGateway next) {
        site.replace(next);
        say("read the stack again");
    }

    @Override
    public void replaced(Packed what) {
        site.changed();
        say(what.title() + " is served with its new code");
    }

    @Override
    public void built(FunctionBuilds.Ran ran) {
        new BuildReport(terminal).print(ran);
        if (ran.failed()) {
            say(ran.of().title() + " is served with its former code");
        }
    }

    @Override
    public void blocked(List<Finding> why) {
        new FindingsPrinter(terminal).print(why, Severity.NOTE);
        say("it is served all the same; `tollgate synth` refuses it until that is fixed");
    }

    @Override
    public void refused(UserError why) {
        new Failures(terminal).print(why);
        terminal.err().flush();
    }

    private void say(String line) {
        terminal.err().println(Text.printable(line));
        terminal.err().flush();
    }
}
