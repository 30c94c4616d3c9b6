package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.lambda_alias.LambdaAliasConfig;
import com.hashicorp.cdktf.providers.aws.lambda_provisioned_concurrency_config.LambdaProvisionedConcurrencyConfigConfig;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.schema.FunctionKeys;
import java.util.Optional;

/** The alias that a function is called by, and what is always started of its version. */
final class FunctionAlias {

    private FunctionAlias() {}

    /**
     * Adds {@code alias} of {@code function}, which publishes a version whenever it changes. It leaves when nobody
     * calls it any more: Terraform would delete it at once.
     */
    static InvokedFunction add(
            Elements elements, KeyPath source, String label, LambdaFunction.Alias alias, Element function) {
        Element made = elements.add(
                        source,
                        label,
                        LambdaAliasConfig.builder()
                                .name(alias.name())
                                .functionName(function.attribute("function_name"))
                                .functionVersion(function.attribute("version"))
                                .build())
                .createdBeforeDestroyed();
        alias.provisionedConcurrency()
                .ifPresent(instances -> elements.add(
                        source,
                        label,
                        LambdaProvisionedConcurrencyConfigConfig.builder()
                                .functionName(made.attribute("function_name"))
                                .qualifier(made.attribute("name"))
                                .provisionedConcurrentExecutions(instances)
                                .build()));
        return new InvokedFunction(
                function.attribute("function_name"),
                Optional.of(made.attribute("name")),
                made.attribute("arn"),
                made.attribute("invoke_arn"));
    }

    /** Holds what a var file brings to what {@code alias} asks for, for Lambda would refuse it half way. */
    static void demand(Element function, LambdaFunction.Alias alias, Variable file) {
        alias.provisionedConcurrency()
                .ifPresent(instances -> function.demanding(
                        "coalesce(" + file.at(FunctionKeys.RESERVED_CONCURRENCY).expression() + ", " + instances
                                + ") >= " + instances,
                        "`reserved_concurrency` is less than `provisioned_concurrency`, which is " + instances + "."));
        if (alias.snapStart()) {
            function.demanding(
                    file.at(FunctionKeys.EPHEMERAL_STORAGE).expression() + " <= 512",
                    "`ephemeral_storage` is more than 512 MB, which `snap_start` does not take.");
        }
    }
}
