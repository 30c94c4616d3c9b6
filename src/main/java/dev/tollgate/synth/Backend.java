package dev.tollgate.synth;

import com.hashicorp.cdktf.LocalBackendConfig;
import com.hashicorp.cdktf.S3BackendConfig;
import dev.tollgate.model.Environment;
import dev.tollgate.model.StateBackend;

/** Where Terraform keeps the environment's state. */
final class Backend {

    private Backend() {}

    static void declare(Elements elements, Environment environment) {
        environment.state().ifPresentOrElse(state -> s3(elements, state), () -> local(elements, environment.id()));
    }

    private static void s3(Elements elements, StateBackend state) {
        S3BackendConfig.Builder config = S3BackendConfig.builder()
                .bucket(Hcl.literal(state.bucket()))
                .key(Hcl.literal(state.key()))
                .region(state.region())
                .encrypt(true);
        state.dynamodbTable().map(Hcl::literal).ifPresent(config::dynamodbTable);
        state.kmsKeyId().map(Hcl::literal).ifPresent(config::kmsKeyId);
        Element backend = elements.backend(config.build());
        if (state.useLockfile()) {
            backend.override("use_lockfile", true);
        }
    }

    /**
     * Beside the output folder, so that removing the output loses no state; relative, so that it is the same on any
     * machine.
     */
    private static void local(Elements elements, String environment) {
        elements.backend(LocalBackendConfig.builder()
                .path("../../../terraform." + environment + ".tfstate")
                .build());
    }
}
