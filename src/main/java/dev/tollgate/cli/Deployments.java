package dev.tollgate.cli;

import dev.tollgate.pipeline.Deployment;
import dev.tollgate.terraform.TerraformBinary;

/** Wires what plans and deploys. */
final class Deployments {

    private Deployments() {}

    static Deployment of(TollgateCommand tollgate, StacksFolder stacks, Terminal terminal) {
        return new Deployment(
                tollgate.project(), stacks.folder(), TerraformBinary.find(terminal.environment()), Version.number());
    }
}
