package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.cloudwatch_log_group.CloudwatchLogGroupConfig;
import com.hashicorp.cdktf.providers.aws.iam_role.IamRoleConfig;
import com.hashicorp.cdktf.providers.aws.iam_role_policy.IamRolePolicyConfig;
import com.hashicorp.cdktf.providers.aws.lambda_function.LambdaFunctionConfig;
import com.hashicorp.cdktf.providers.aws.lambda_function.LambdaFunctionDeadLetterConfig;
import com.hashicorp.cdktf.providers.aws.lambda_function.LambdaFunctionEnvironment;
import com.hashicorp.cdktf.providers.aws.lambda_function.LambdaFunctionEphemeralStorage;
import com.hashicorp.cdktf.providers.aws.lambda_function.LambdaFunctionFileSystemConfig;
import com.hashicorp.cdktf.providers.aws.lambda_function.LambdaFunctionSnapStart;
import com.hashicorp.cdktf.providers.aws.lambda_function.LambdaFunctionTracingConfig;
import com.hashicorp.cdktf.providers.aws.lambda_function.LambdaFunctionVpcConfig;
import com.hashicorp.cdktf.providers.aws.lambda_function_event_invoke_config.LambdaFunctionEventInvokeConfigConfig;
import com.hashicorp.cdktf.providers.aws.lambda_function_event_invoke_config.LambdaFunctionEventInvokeConfigDestinationConfig;
import com.hashicorp.cdktf.providers.aws.lambda_function_event_invoke_config.LambdaFunctionEventInvokeConfigDestinationConfigOnFailure;
import com.hashicorp.cdktf.providers.aws.lambda_function_event_invoke_config.LambdaFunctionEventInvokeConfigDestinationConfigOnSuccess;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.Asynchronous;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.Packed;
import dev.tollgate.model.RolePolicy;
import dev.tollgate.schema.EnvironmentKeys;
import dev.tollgate.schema.FunctionKeys;
import dev.tollgate.schema.VpcKeys;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The Lambda functions: each with a role of its own that may do what the file asks for, and a log that does not grow
 * for ever.
 */
final class Compute {

    private final SortedMap<String, InvokedFunction> functions = new TreeMap<>();
    private final Elements elements;
    private final Storage storage;
    private final Surroundings surroundings;
    private final VariableSources sources;
    private final Function<Packed, Packages.Zip> packages;
    private final Layers layers;

    Compute(
            Elements elements,
            List<LambdaFunction> asked,
            Storage storage,
            Function<Packed, Packages.Zip> packages,
            Layers layers,
            Surroundings surroundings,
            VariableSources sources) {
        this.elements = elements;
        this.storage = storage;
        this.surroundings = surroundings;
        this.sources = sources;
        this.packages = packages;
        this.layers = layers;
        for (LambdaFunction function : asked) {
            functions.put(function.id(), function.match(new LambdaFunction.Cases<>() {
                @Override
                public InvokedFunction existing(LambdaFunction.Existing existing) {
                    return Compute.existing(existing.id(), surroundings);
                }

                @Override
                public InvokedFunction packaged(LambdaFunction.Packaged packaged) {
                    return Compute.this.packaged(packaged);
                }
            }));
        }
    }

    private static InvokedFunction existing(String id, Surroundings surroundings) {
        String name = Variable.of(EnvironmentKeys.FUNCTIONS)
                .entry(id)
                .at(FunctionKeys.EXISTING)
                .text();
        String arn = surroundings.arn("lambda", "function:" + name);
        return new InvokedFunction(name, Optional.empty(), arn, surroundings.invocationOf(arn));
    }

    private InvokedFunction packaged(LambdaFunction.Packaged function) {
        String id = function.label();
        KeyPath source = KeyPath.of("functions", function.id());
        Variable variable = Variable.of(EnvironmentKeys.FUNCTIONS).entry(function.id());
        String name = variable.at(FunctionKeys.NAME).textOr("\"${var.name}-" + function.id() + "\"");
        Element log = elements.add(
                source,
                id,
                CloudwatchLogGroupConfig.builder()
                        .name("/aws/lambda/" + name)
                        .retentionInDays(
                                variable.at(FunctionKeys.LOG_RETENTION_DAYS).number())
                        .build());
        Element role = elements.add(
                source,
                id,
                IamRoleConfig.builder()
                        .name(name)
                        .assumeRolePolicy(PolicyDocument.trusting("lambda.amazonaws.com"))
                        .build());
        Element policy = elements.add(
                source,
                id,
                IamRolePolicyConfig.builder()
                        .name("function")
                        .role(role.attribute("id"))
                        .policy(policy(function, log))
                        .build());
        Element made =
                elements.add(source, id, config(function, variable, name, role)).after(List.of(policy, log));
        function.alias().ifPresent(alias -> FunctionAlias.demand(made, alias, variable));
        InvokedFunction invoked = function.alias()
                .map(alias -> FunctionAlias.add(elements, source, id, alias, made))
                .orElseGet(() -> new InvokedFunction(
                        made.attribute("function_name"),
                        Optional.empty(),
                        made.attribute("arn"),
                        made.attribute("invoke_arn")));
        new FunctionEvents(elements, surroundings, storage, function, invoked).add();
        function.asynchronous().ifPresent(calls -> asynchronous(source, id, calls, invoked));
        return invoked;
    }

    /** Calls whose callers do not wait: Lambda keeps it of the alias, where there is one. */
    private void asynchronous(KeyPath source, String id, Asynchronous calls, InvokedFunction invoked) {
        LambdaFunctionEventInvokeConfigConfig.Builder builder = LambdaFunctionEventInvokeConfigConfig.builder()
                .functionName(invoked.functionName())
                .maximumEventAgeInSeconds(calls.maxEventAge())
                .maximumRetryAttempts(calls.retryAttempts());
        invoked.qualifier().ifPresent(builder::qualifier);
        if (calls.onFailure().isPresent() || calls.onSuccess().isPresent()) {
            LambdaFunctionEventInvokeConfigDestinationConfig.Builder destinations =
                    LambdaFunctionEventInvokeConfigDestinationConfig.builder();
            calls.onFailure()
                    .ifPresent(arn ->
                            destinations.onFailure(LambdaFunctionEventInvokeConfigDestinationConfigOnFailure.builder()
                                    .destination(arn)
                                    .build()));
            calls.onSuccess()
                    .ifPresent(arn ->
                            destinations.onSuccess(LambdaFunctionEventInvokeConfigDestinationConfigOnSuccess.builder()
                                    .destination(arn)
                                    .build()));
            builder.destinationConfig(destinations.build());
        }
        elements.add(source, id, builder.build());
    }

    private LambdaFunctionConfig config(
            LambdaFunction.Packaged function, Variable variable, String name, Element role) {
        LambdaFunctionConfig.Builder builder = LambdaFunctionConfig.builder()
                .functionName(name)
                .description(variable.at(FunctionKeys.DESCRIPTION).text())
                .role(role.attribute("arn"))
                .architectures(List.of(variable.at(FunctionKeys.ARCHITECTURE).text()))
                .memorySize(variable.at(FunctionKeys.MEMORY_SIZE).number())
                .timeout(variable.at(FunctionKeys.TIMEOUT).number())
                .reservedConcurrentExecutions(
                        variable.at(FunctionKeys.RESERVED_CONCURRENCY).number())
                .ephemeralStorage(LambdaFunctionEphemeralStorage.builder()
                        .size(variable.at(FunctionKeys.EPHEMERAL_STORAGE).number())
                        .build())
                .kmsKeyArn(variable.at(FunctionKeys.KMS_KEY_ARN).text())
                .tracingConfig(LambdaFunctionTracingConfig.builder()
                        .mode(function.traced() ? "Active" : "PassThrough")
                        .build());
        function.deadLetter()
                .ifPresent(arn -> builder.deadLetterConfig(LambdaFunctionDeadLetterConfig.builder()
                        .targetArn(Hcl.literal(arn))
                        .build()));
        function.alias().ifPresent(alias -> {
            builder.publish(true);
            if (alias.snapStart()) {
                builder.snapStart(LambdaFunctionSnapStart.builder()
                        .applyOn("PublishedVersions")
                        .build());
            }
        });
        code(builder, function, variable, name);
        if (!function.environment().isEmpty() || !function.environmentFrom().isEmpty()) {
            builder.environment(LambdaFunctionEnvironment.builder()
                    .variables(sources.with(variable.at(FunctionKeys.ENVIRONMENT), function.environmentFrom()))
                    .build());
        }
        function.vpc()
                .ifPresent(vpc -> builder.vpcConfig(LambdaFunctionVpcConfig.builder()
                        .subnetIds(variable.at(FunctionKeys.VPC)
                                .at(VpcKeys.SUBNET_IDS)
                                .texts())
                        .securityGroupIds(variable.at(FunctionKeys.VPC)
                                .at(VpcKeys.SECURITY_GROUP_IDS)
                                .texts())
                        .build()));
        function.fileSystem()
                .ifPresent(mounted -> builder.fileSystemConfig(LambdaFunctionFileSystemConfig.builder()
                        .arn(Hcl.literal(mounted.accessPoint()))
                        .localMountPath(mounted.path())
                        .build()));
        return builder.build();
    }

    private void code(
            LambdaFunctionConfig.Builder builder, LambdaFunction.Packaged function, Variable variable, String name) {
        if (function.isImage()) {
            builder.packageType("Image")
                    .imageUri(variable.at(FunctionKeys.IMAGE).text());
            return;
        }
        Packages.Zip zip = packages.apply(function);
        Variable handler = variable.at(FunctionKeys.HANDLER);
        // The provider asks for one of a program that is its own runtime, too; Lambda does not read it.
        builder.handler(function.handler().isEmpty() ? handler.textOr("\"bootstrap\"") : handler.text())
                .runtime(variable.at(FunctionKeys.RUNTIME).text())
                .layers(layers.of(function, variable.at(FunctionKeys.LAYERS)))
                .sourceCodeHash(zip.sha256());
        function.codeSigning().map(Hcl::literal).ifPresent(builder::codeSigningConfigArn);
        function.packageBucket()
                .map(bucket -> UploadedPackage.add(
                        elements, KeyPath.of("functions", function.id()), function.label(), bucket, name, zip))
                .ifPresentOrElse(
                        object -> builder.s3Bucket(object.attribute("bucket")).s3Key(object.attribute("key")),
                        () -> builder.filename(zip.path()));
    }

    private String policy(LambdaFunction.Packaged function, Element log) {
        PolicyDocument document = new PolicyDocument();
        RolePolicy.of(
                        function,
                        log.attribute("arn"),
                        storage::resources,
                        storage::key,
                        surroundings.region(),
                        surroundings::arn,
                        Hcl::literal)
                .statements()
                .forEach(grant -> grant.condition()
                        .ifPresentOrElse(
                                condition -> document.allow(grant.sid(), grant.actions(), grant.resources(), condition),
                                () -> document.allow(grant.sid(), grant.actions(), grant.resources())));
        return document.json();
    }

    /** The function that routes call {@code id}. */
    InvokedFunction invoked(String id) {
        InvokedFunction function = functions.get(id);
        if (function == null) {
            throw new IllegalStateException("validation lets no unknown function through: " + id);
        }
        return function;
    }
}
