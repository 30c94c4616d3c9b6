package dev.tollgate.review;

import dev.tollgate.terraform.ResourceChange;

/** A function with a package cannot become one with an image, or the other way round: it is made again. */
final class PackageTypeChanged {

    static final ReviewRule RULE = new ReviewRule(
            "package-type-changed",
            Kind.REFUSED,
            "a function changes between package and image under one name",
            PackageTypeChanged::judge);

    private PackageTypeChanged() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (ResourceChange change : comparison.plan().changes()) {
            if (change.type().equals("aws_lambda_function")
                    && change.action().replaces()
                    && change.forcedBy().contains("package_type")
                    && AwsName.stays(change)) {
                report.say(
                        change.address(),
                        "`" + change.address() + "` changes between package and image" + Losses.named(change.before())
                                + ": Lambda makes another function of it, which cannot have the name of one that is"
                                + " there, and its routes answer nobody in between",
                        "give it a new `name` in the same change");
            }
        }
    }
}
