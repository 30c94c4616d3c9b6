package dev.tollgate.cli.step;

import dev.tollgate.cli.text.Terminal;
import dev.tollgate.deploy.FreshPlan;
import dev.tollgate.deploy.PlanMode;
import dev.tollgate.deploy.Voice;
import dev.tollgate.finding.UserError;
import dev.tollgate.pipeline.Deployment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One environment initialised and planned, Terraform's text shown as it comes. */
public final class PlanStep {

    private final Terminal terminal;
    private final Deployment deployment;

    public PlanStep(Terminal terminal, Deployment deployment) {
        this.terminal = terminal;
        this.deployment = deployment;
    }

    public FreshPlan plan(String environment, PlanMode mode, List<Path> varFiles) {
        varFiles.forEach(PlanStep::mustBeThere);
        terminal.progress("initialising " + environment);
        boolean initialised = deployment.initialise(environment);
        terminal.progressDone();
        if (initialised) {
            terminal.err().println("initialised `" + environment + "`; the provider lock file is kept");
        }
        terminal.flush();
        return deployment.plan(environment, mode, varFiles, Voice.SHOWN);
    }

    static void mustBeThere(Path varFile) {
        if (!Files.isRegularFile(varFile)) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT, "cannot find the var file `" + varFile + "`", "check its path");
        }
    }
}
