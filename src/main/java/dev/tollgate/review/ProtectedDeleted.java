package dev.tollgate.review;

import dev.tollgate.terraform.ResourceChange;

/** AWS deletes nothing whose deletion protection is on, and what else the plan does is done by then. */
final class ProtectedDeleted {

    static final ReviewRule RULE = new ReviewRule(
            "protected-deleted",
            Kind.REFUSED,
            "a pool or table whose deletion protection is on is deleted or replaced",
            ProtectedDeleted::judge);

    private ProtectedDeleted() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (ResourceChange change : comparison.plan().changes()) {
            if (change.action().loses() && isProtected(change)) {
                report.say(
                        change.address(),
                        "AWS refuses to delete `" + change.address() + "`" + Losses.named(change.before())
                                + ": its deletion protection is on",
                        "in two steps: first only `" + off(comparison, change)
                                + "`, and apply that; then plan this change again");
            }
        }
    }

    private static boolean isProtected(ResourceChange change) {
        return switch (change.type()) {
            case "aws_cognito_user_pool" ->
                change.before().get("deletion_protection").is("ACTIVE");
            case "aws_dynamodb_table" ->
                change.before().get("deletion_protection_enabled").is("true");
            default -> false;
        };
    }

    /** In an environment file both are called the same. */
    private static String off(Comparison comparison, ResourceChange change) {
        if (!comparison.plan().after().variables().get("api_type").isAbsent()) {
            return "deletion_protection = false";
        }
        return change.type().equals("aws_cognito_user_pool")
                ? "deletion_protection = \"INACTIVE\""
                : "deletion_protection_enabled = false";
    }
}
