package dev.tollgate.cli.step;

import dev.tollgate.cli.text.Terminal;
import dev.tollgate.cli.text.Version;
import dev.tollgate.deploy.TerraformBinary;
import dev.tollgate.pipeline.Deployment;

/** Creates the {@code Deployment} of a command line. */
public final class DeploymentWiring {

    private DeploymentWiring() {}

    public static Deployment of(TollgateCommand tollgate, StacksFolder stacks, Terminal terminal) {
        TerraformBinary terraform = TerraformBinary.find(terminal.environment());
        return new Deployment(
                tollgate.project(),
                stacks.folder(),
                terminal.color() ? terraform : terraform.withoutColours(),
                Version.number());
    }
}
