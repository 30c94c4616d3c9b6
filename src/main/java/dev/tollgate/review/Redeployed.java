package dev.tollgate.review;

import dev.tollgate.terraform.ResourceChange;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.TreeSet;

/** A REST API answers as it was deployed last: what is changed reaches callers with the next deployment only. */
final class Redeployed {

    static final ReviewRule RULE =
            new ReviewRule("redeployed", Kind.REDEPLOY, "a REST API is deployed again", Redeployed::judge);

    private Redeployed() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (ResourceChange change : comparison.plan().changes()) {
            if (change.type().equals("aws_api_gateway_deployment")
                    && change.action().replaces()) {
                report.say(
                        change.address(),
                        "redeploys the API because " + because(change),
                        "callers notice nothing but the change itself");
            }
        }
    }

    private static String because(ResourceChange change) {
        Value before = change.before().get("triggers");
        Value after = change.after().get("triggers");
        TreeSet<String> parts = new TreeSet<>();
        for (AttributeChange part : AttributeChange.between(before, after)) {
            parts.add(
                    part.path().isEmpty()
                            ? "values known after apply"
                            : part.path().replace("_", " "));
        }
        List<String> forced = change.forcedBy();
        return parts.isEmpty()
                ? "`" + (forced.isEmpty() ? "its deployment" : String.join("`, `", forced)) + "` changes"
                : "of changes in: " + String.join(", ", parts);
    }
}
