package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.ResourceChange;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resources that a plan deletes, makes again or does not find any more, with what is lost with each. */
final class Losses {

    private Losses() {}

    /** Says {@code lost} of each resource of {@code types} that goes or is made again. */
    static void of(Comparison comparison, ReviewReport report, Set<String> types, String lost) {
        for (ResourceChange change : comparison.plan().changes()) {
            if (types.contains(change.type()) && change.action().loses()) {
                report.say(
                        change.address(),
                        lost + ": `" + change.address() + "`" + named(change.before()) + " is "
                                + (change.action().replaces() ? "replaced" + forced(change) : "deleted"),
                        hint(comparison, change));
            }
        }
    }

    /**
     * The same of what holds data, and of what the state had and the plan makes again, empty: whoever deleted it, what
     * was in it is no longer behind this address.
     */
    static void ofData(Comparison comparison, ReviewReport report, Set<String> types, String lost) {
        of(comparison, report, types, lost);
        for (ResourceChange change : comparison.all(Action.CREATE)) {
            Gone gone = comparison.gone().get(change.address());
            if (gone != null && types.contains(change.type())) {
                report.say(
                        change.address(),
                        lost + ": `" + change.address() + "`" + named(gone.before()) + " "
                                + Estate.whereabouts(comparison, gone) + ", and is recreated, empty",
                        Estate.wayBack(comparison, gone) + ", or acknowledge the loss: `--acknowledge '"
                                + change.address() + "=REASON'`");
            }
        }
    }

    /** What AWS calls it, where that is no secret. */
    static String named(Value before) {
        for (String attribute : List.of("name", "domain", "domain_name", "identifier", "username")) {
            Optional<String> name = before.get(attribute).text();
            if (name.isPresent()) {
                return " (`" + name.get() + "`)";
            }
        }
        return "";
    }

    /** Which attributes force the replacement, where Terraform says so. */
    static String forced(ResourceChange change) {
        List<String> forcedBy = change.forcedBy();
        if (!forcedBy.isEmpty()) {
            return ", forced by `" + String.join("`, `", forcedBy) + "`";
        }
        return change.reason()
                .map(reason -> reason.contains("tainted") ? ", as it is marked tainted" : ", as requested")
                .orElse("");
    }

    private static String hint(Comparison comparison, ResourceChange change) {
        String undo = change.forcedBy().isEmpty()
                ? "keep it"
                : Cascade.cause(comparison, change)
                        .map(cause -> "it goes with `" + cause.address() + "`, which is replaced" + forced(cause)
                                + ": leave that as it is")
                        .orElse("leave `" + String.join("`, `", change.forcedBy()) + "` as it is");
        String moved = LikelyRename.of(comparison, change)
                .map(renaming -> "if only its key was renamed, " + renaming.line() + "; else ")
                .orElse("");
        return moved + undo + ", or acknowledge the loss: `--acknowledge '" + change.address() + "=REASON'`";
    }
}
