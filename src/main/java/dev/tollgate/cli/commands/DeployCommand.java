package dev.tollgate.cli.commands;

import dev.tollgate.cli.step.Application;
import dev.tollgate.cli.step.TollgateCommand;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.deploy.PlanMode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code tollgate deploy}: applies a plan that was reviewed, or plans, shows, asks and applies exactly that. */
@Command(
        description = {
            "Applies a plan with Terraform: the bundle given with --plan, or a new plan that is shown first.",
            "Refuses a bundle if the emitted JSON, a var file, a function package, the"
                    + " lock file, a version or the state has changed since the plan was made, and says which."
        },
        mixinStandardHelpOptions = true)
final class DeployCommand implements Callable<Integer> {

    private final Terminal terminal;

    @ParentCommand
    private TollgateCommand tollgate;

    @Mixin
    private Application application;

    DeployCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return application.apply(terminal, tollgate, PlanMode.NORMAL);
    }
}
