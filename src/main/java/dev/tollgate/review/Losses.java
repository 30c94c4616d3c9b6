package dev.tollgate.review;

import dev.tollgate.terraform.ResourceChange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resources that a plan deletes or makes again, with what is lost with each. */
final class Losses {

    private Losses() {}

    /** Says {@code lost} of each resource of {@code types} that goes or is made again. */
    static void of(Comparison comparison, ReviewReport report, Set<String> types, String lost) {
        for (ResourceChange change : comparison.plan().changes()) {
            if (types.contains(change.type()) && change.action().loses()) {
                report.say(
                        change.address(),
                        lost + ": `" + change.address() + "`" + named(change) + " is "
                                + (change.action().replaces() ? "replaced" + forced(change) : "deleted"),
                        hint(change));
            }
        }
    }

    /** What AWS calls it, where that is no secret. */
    private static String named(ResourceChange change) {
        for (String attribute : List.of("name", "domain", "domain_name", "identifier", "username")) {
            Optional<String> name = change.before().get(attribute).text();
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
                .map(reason -> reason.contains("tainted") ? ", as it is marked tainted" : ", as was asked for")
                .orElse("");
    }

    private static String hint(ResourceChange change) {
        String undo = change.forcedBy().isEmpty()
                ? "keep it"
                : "leave " + "`" + String.join("`, `", change.forcedBy()) + "` as it is";
        return undo + ", or acknowledge the loss: `--acknowledge '" + change.address() + "=REASON'`";
    }
}
