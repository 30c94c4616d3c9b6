package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.ResourceChange;
import dev.tollgate.terraform.Value;
import java.util.Optional;

/** DynamoDB deletes items by one attribute, and switches that off by the attribute's name only. */
final class ExpiryRenamed {

    static final ReviewRule RULE = new ReviewRule(
            "expiry-renamed",
            Kind.REFUSED,
            "a table is to delete items by another attribute while it deletes by one",
            ExpiryRenamed::judge);

    private ExpiryRenamed() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (ResourceChange change : comparison.all(Action.UPDATE)) {
            if (!change.type().equals("aws_dynamodb_table")) {
                continue;
            }
            Optional<Value> then = expiry(change.before());
            Optional<String> before =
                    then.filter(ttl -> ttl.get("enabled").is("true")).flatMap(ExpiryRenamed::name);
            Optional<String> after = expiry(change.after()).flatMap(ExpiryRenamed::name);
            if (before.isPresent() && after.isPresent() && !before.equals(after)) {
                report.say(
                        change.address(),
                        "`" + change.address() + "` deletes items by `" + before.get() + "` and cannot change to `"
                                + after.get() + "` in one go: DynamoDB refuses a second attribute",
                        "in two steps: first switch `ttl` off and apply, then name the other attribute; DynamoDB takes"
                                + " up to an hour between the two");
            }
        }
    }

    private static Optional<Value> expiry(Value table) {
        return table.get("ttl").items().stream().findFirst();
    }

    private static Optional<String> name(Value ttl) {
        return ttl.get("attribute_name").text().filter(name -> !name.isEmpty());
    }
}
