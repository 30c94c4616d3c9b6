package dev.tollgate.synth;

import com.hashicorp.cdktf.LocalBackend;
import com.hashicorp.cdktf.S3Backend;
import com.hashicorp.cdktf.TerraformStack;
import dev.tollgate.model.Environment;
import dev.tollgate.model.StateBackend;

/** Where Terraform keeps the environment's state. */
final class Backend {

    private Backend() {}

    static void declare(TerraformStack stack, Environment environment) {
        environment.state().ifPresentOrElse(state -> s3(stack, state), () -> local(stack, environment.id()));
    }

    private static void s3(TerraformStack stack, StateBackend state) {
        S3Backend.Builder backend = S3Backend.Builder.create(stack)
                .bucket(Hcl.literal(state.bucket()))
                .key(Hcl.literal(state.key()))
                .region(state.region())
                .encrypt(true);
        state.dynamodbTable().map(Hcl::literal).ifPresent(backend::dynamodbTable);
        state.kmsKeyId().map(Hcl::literal).ifPresent(backend::kmsKeyId);
        backend.build();
        if (state.useLockfile()) {
            stack.addOverride("terraform.backend.s3.use_lockfile", true);
        }
    }

    /**
     * Beside the output folder, so that removing the output loses no state; relative, so that it is the same on any
     * machine.
     */
    private static void local(TerraformStack stack, String environment) {
        LocalBackend.Builder.create(stack)
                .path("../../../terraform." + environment + ".tfstate")
                .build();
    }
}
