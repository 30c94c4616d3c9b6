package dev.tollgate.cli.step;

import dev.tollgate.aws.Programs;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.cli.text.Version;
import dev.tollgate.deploy.TerraformBinary;
import dev.tollgate.pipeline.Deployment;
import dev.tollgate.pipeline.Reviews;
import java.time.Duration;

/** Creates the {@code Deployment} of a command line. */
public final class DeploymentWiring {

    /** For one answer of AWS, which comes in pages. */
    private static final Duration AWS = Duration.ofMinutes(2);

    private DeploymentWiring() {}

    public static Deployment of(TollgateCommand tollgate, StacksFolder stacks, Terminal terminal) {
        TerraformBinary terraform = TerraformBinary.find(terminal.environment());
        return new Deployment(
                tollgate.project(),
                stacks.folder(),
                terminal.color() ? terraform : terraform.withoutColours(),
                new Programs(terminal.environment(), AWS),
                Version.number(),
                new Reviews(TollgateCommand.today()));
    }
}
