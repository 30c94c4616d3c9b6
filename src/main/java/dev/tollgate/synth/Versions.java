package dev.tollgate.synth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.model.AwsProvider;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.Runtimes;
import dev.tollgate.model.TerraformRelease;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which versions of Terraform and of the provider a stack asks for: the least that what is emitted needs. */
final class Versions {

    /** What shows that a stack needs a release. */
    private record Feature(TerraformRelease release, Predicate<ObjectNode> isIn) {}

    private static final List<Feature> FEATURES = List.of(
            new Feature(TerraformRelease.EVERY_STACK, stack -> true),
            new Feature(TerraformRelease.REMOVED, stack -> stack.has("removed")),
            new Feature(TerraformRelease.LOCK_FILE, stack -> !stack.at("/terraform/backend/s3/use_lockfile")
                    .isMissingNode()));

    /** What pools for people, their clients and tables have that the bindings do not know. */
    private static final List<String> BEYOND_BINDINGS =
            List.of("user_pool_tier", "refresh_token_rotation", Storage.RECOVERY_DAYS, Storage.LIMITS);

    private Versions() {}

    /** The versions of the provider, and the least Terraform, that {@code stack} of {@code environment} needs. */
    static void require(ObjectNode stack, Environment environment) {
        ObjectNode terraform = (ObjectNode) stack.path("terraform");
        ObjectNode aws = (ObjectNode) terraform.path("required_providers").path("aws");
        aws.put("source", "hashicorp/aws");
        boolean newest = Stream.concat(
                        environment.packagedFunctions().stream().map(LambdaFunction.Packaged::runtime),
                        environment.layers().stream().flatMap(layer -> layer.runtimes().stream()))
                .anyMatch(Runtimes::needsNewerProvider);
        boolean newer = BEYOND_BINDINGS.stream()
                .anyMatch(attribute ->
                        !stack.path("resource").findValues(attribute).isEmpty());
        aws.put(
                "version",
                newest ? AwsProvider.OF_RUNTIMES : newer ? AwsProvider.BEYOND_BINDINGS : AwsProvider.CONSTRAINT);
        TerraformRelease least = FEATURES.stream()
                .filter(feature -> feature.isIn().test(stack))
                .map(Feature::release)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        terraform.put("required_version", ">= " + least.version());
    }
}
