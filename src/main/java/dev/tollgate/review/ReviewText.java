package dev.tollgate.review;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Printable;
import dev.tollgate.terraform.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A review as lines for a terminal, the verdict first. */
public final class ReviewText {

    private static final List<Kind> KINDS = List.of(Kind.values());

    private ReviewText() {}

    /** The lines; {@code allRoutes} shows the routes that stay as they are too. */
    public static List<String> of(Review review, boolean allRoutes) {
        List<String> lines = new ArrayList<>();
        lines.add(review.subject() + ": " + Verdict.of(review));
        routes(review, allRoutes, lines);
        for (Kind kind : KINDS) {
            remarks(review, kind, lines);
        }
        resources(review, lines);
        return lines.stream().map(Printable::of).toList();
    }

    private static void routes(Review review, boolean allRoutes, List<String> lines) {
        List<RouteChange> shown = allRoutes ? review.routes() : review.changedRoutes();
        if (shown.isEmpty()) {
            return;
        }
        int width =
                shown.stream().mapToInt(change -> change.name().length()).max().orElse(0);
        lines.add("");
        lines.add(allRoutes ? "authorization of every route" : "authorization that changes");
        for (RouteChange change : shown) {
            lines.add("  " + sign(change) + " " + padded(change.name(), width) + "  " + Cells.before(change)
                    + (change.changesAccess() ? "  →  " + Cells.after(change) : ""));
        }
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String sign(RouteChange change) {
        if (change.before().isEmpty()) {
            return "+";
        }
        return change.after().isEmpty() ? "-" : change.changesAccess() ? "~" : " ";
    }

    private static void remarks(Review review, Kind kind, List<String> lines) {
        List<Remark> remarks = review.of(kind);
        if (remarks.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(kind.heading());
        for (Remark remark : remarks) {
            Finding finding = remark.finding();
            lines.add("  " + finding.message() + " [" + finding.rule() + "]");
            finding.hint()
                    .filter(hint -> kind.compareTo(Kind.REDEPLOY) < 0)
                    .ifPresent(hint -> lines.add("    hint: " + hint));
            finding.suppressedBecause().ifPresent(reason -> lines.add("    acknowledged: " + reason));
        }
    }

    private static void resources(Review review, List<String> lines) {
        if (review.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("resources");
        for (ResourceLine resource : review.resources()) {
            lines.add("  " + word(resource.action()) + " " + resource.named());
            resource.changes().forEach(change -> lines.add("      " + change));
        }
        review.outside().forEach((type, count) -> lines.add("  " + count + " of " + type + ", outside the API"));
    }

    /** {@code create}, {@code replace}. */
    static String word(Action action) {
        return action == Action.REPLACE_CREATED_FIRST
                ? "replace"
                : action.name().toLowerCase(Locale.ROOT);
    }
}
