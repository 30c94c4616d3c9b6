package dev.tollgate.cli.commands;

import dev.tollgate.cli.step.Application;
import dev.tollgate.cli.step.TollgateCommand;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.deploy.PlanMode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code tollgate deploy}: applies a new plan, shown and agreed to, or one that says what was reviewed. */
@Command(
        description = {
            "Plans with Terraform, shows the plan, asks, and applies it.",
            "With --plan, makes the plan of that bundle again from the files here, and applies it only if it is the"
                    + " same. If a file, a version, the state or anything that would be done differs, says which and"
                    + " applies nothing."
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
