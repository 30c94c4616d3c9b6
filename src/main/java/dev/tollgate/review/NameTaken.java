package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.ResourceChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** AWS gives a name once; Terraform orders nothing between what goes from one address and what comes at another. */
final class NameTaken {

    static final ReviewRule RULE = new ReviewRule(
            "name-taken",
            Kind.REFUSED,
            "something is created under a name that is still taken in AWS",
            NameTaken::judge);

    private NameTaken() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        Map<String, List<LikelyRename>> byLine = new LinkedHashMap<>();
        for (LikelyRename renaming : LikelyRename.all(comparison)) {
            if (renaming.name().once() && !renaming.changesType()) {
                byLine.computeIfAbsent(renaming.line(), line -> new ArrayList<>())
                        .add(renaming);
            }
        }
        byLine.forEach((line, renamings) -> report.say(
                renamings.get(0).from().address(),
                message(renamings),
                "if it is the same thing under another key, " + line
                        + "; if it is not, remove the old one first, or give the new one another name"));
        for (ResourceChange change : comparison.all(Action.REPLACE_CREATED_FIRST)) {
            if (!TableKeyChanged.holds(change)
                    && AwsName.of(change.type()).filter(AwsName::once).isPresent()
                    && AwsName.stays(change)) {
                report.say(
                        change.address(),
                        "`" + change.address() + "`" + Losses.named(change.before())
                                + " is recreated before the old one is deleted, under the same name, which AWS refuses"
                                + Losses.forced(change),
                        "give it another name in the same change; or remove it, apply, and add it again");
            }
        }
    }

    private static String message(List<LikelyRename> renamings) {
        LikelyRename first = renamings.get(0);
        String leaves = first.from().action() == Action.FORGET ? "is forgotten and stays in AWS" : "is deleted";
        int more = renamings.size() - 1;
        return "`" + first.from().address() + "` " + leaves + " and `"
                + first.to().address()
                + "` is created under the same name in AWS, `"
                + first.name().shown(first.to().after()) + "`"
                + (more == 0 ? "" : ", and so are " + more + " more that belong to it")
                + ": AWS refuses a second one of that name, and what the first holds is lost";
    }
}
