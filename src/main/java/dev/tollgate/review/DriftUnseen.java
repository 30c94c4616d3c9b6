package dev.tollgate.review;

import dev.tollgate.terraform.ApiDocument;
import dev.tollgate.terraform.Resource;

/** Terraform compares an API's document with the state alone: what somebody changes at AWS is in no plan. */
final class DriftUnseen {

    static final ReviewRule RULE = new ReviewRule(
            "drift-unseen", Kind.DRIFT, "routes that are one document are not compared with AWS", DriftUnseen::judge);

    private DriftUnseen() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (Resource api : comparison.plan().after().resources()) {
            boolean wasDescribed = comparison
                    .plan()
                    .before()
                    .find(api.address())
                    .filter(ApiDocument::describes)
                    .isPresent();
            if (wasDescribed && ApiDocument.describes(api)) {
                report.say(
                        api.address(),
                        "this plan does not show what somebody changed in the routes of `" + api.address()
                                + "` at AWS: Terraform compares its document with the state alone",
                        "`tollgate smoke --target deployed` compares them with AWS");
            }
        }
    }
}
