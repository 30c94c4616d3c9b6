package dev.tollgate.synth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Which versions of Terraform and of the provider a stack asks for: the least that what is emitted needs. */
final class Versions {

    /**
     * A part of Terraform's language, and the release that brought it:
     * https://github.com/hashicorp/terraform/blob/main/CHANGELOG.md and those of the earlier minor versions.
     */
    private record Feature(int minor, Predicate<ObjectNode> isIn) {}

    private static final List<Feature> FEATURES = List.of(
            new Feature(3, stack -> true), // optional attributes of variables
            new Feature(4, stack -> !stack.at("/resource/" + Memory.TYPE).isMissingNode()),
            new Feature(7, stack -> stack.has("removed")),
            new Feature(
                    10, stack -> !stack.at("/terraform/backend/s3/use_lockfile").isMissingNode()));

    private Versions() {}

    /** Any provider from the bindings' own version on, up to the next major one. */
    static void require(ObjectNode stack) {
        ObjectNode terraform = (ObjectNode) stack.path("terraform");
        ObjectNode aws = (ObjectNode) terraform.path("required_providers").path("aws");
        String bindings = aws.path("version").asText();
        aws.put("source", "hashicorp/aws");
        aws.put("version", "~> " + bindings.substring(0, bindings.lastIndexOf('.')));
        int minor = FEATURES.stream()
                .filter(feature -> feature.isIn().test(stack))
                .map(Feature::minor)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        terraform.put("required_version", ">= 1." + minor + ".0");
    }
}
