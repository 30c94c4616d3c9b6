package dev.tollgate.cli.commands;

import dev.tollgate.cli.step.Application;
import dev.tollgate.cli.step.TollgateCommand;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.deploy.PlanMode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code tollgate destroy}: names what is lost, asks, and destroys it. */
@Command(
        description = {
            "Destroys everything in an environment, after naming what is lost for good.",
            "Refuses a resource with deletion protection: set it to false, deploy, then destroy. Before it"
                    + " asks, it says what AWS deletes slowly, and what stays."
        },
        mixinStandardHelpOptions = true)
final class DestroyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @ParentCommand
    private TollgateCommand tollgate;

    @Mixin
    private Application application;

    DestroyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return application.apply(terminal, tollgate, PlanMode.DESTROY);
    }
}
