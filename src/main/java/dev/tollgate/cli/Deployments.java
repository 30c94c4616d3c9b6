package dev.tollgate.cli;

import dev.tollgate.deploy.TerraformBinary;
import dev.tollgate.pipeline.Deployment;

/** Wires what plans and deploys. */
final class Deployments {

    private Deployments() {}

    static Deployment of(TollgateCommand tollgate, StacksFolder stacks, Terminal terminal) {
        TerraformBinary terraform = TerraformBinary.find(terminal.environment());
        return new Deployment(
                tollgate.project(),
                stacks.folder(),
                terminal.color() ? terraform : terraform.withoutColours(),
                Version.number());
    }
}
