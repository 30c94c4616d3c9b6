package dev.tollgate.review;

import dev.tollgate.finding.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A review as a comment on a pull request: never longer than GitHub takes, what matters most first, the rest folded,
 * and what is left out counted.
 */
public final class ReviewMarkdown {

    /** GitHub takes 65,536 characters. */
    static final int LIMIT = 65_000;

    /** Kept back for what closes a section and says how much was left out. */
    private static final int RESERVE = 400;

    private static final int LONGEST_LINE = 1_500;

    private final StringBuilder out = new StringBuilder();

    private ReviewMarkdown() {}

    /** The line by which the comment of {@code subject} is found again, to update it in place. */
    public static String marker(String subject) {
        return "<!-- tollgate-review " + subject.replaceAll("[^A-Za-z0-9._-]", "_") + " -->";
    }

    /**
     * The comment on the plan in the bundle whose digest is {@code bundle}, made of {@code commit}, where there are
     * any.
     */
    public static String of(Review review, Optional<String> commit, Optional<String> bundle) {
        return new ReviewMarkdown().comment(review, commit, bundle);
    }

    private String comment(Review review, Optional<String> commit, Optional<String> bundle) {
        out.append(marker(review.subject())).append('\n');
        out.append("**").append(Markdown.text(review.subject())).append("**: ");
        out.append(cut(Markdown.text(Verdict.of(review)))).append("\n\n");
        commit.ifPresent(id -> out.append("commit `").append(id).append("`  \n"));
        bundle.ifPresent(digest -> out.append("bundle `").append(digest).append("`, deployed with `--pin`\n\n"));
        // Each may fill the comment up to here, so that many of one kind do not hide the others.
        remarks(review, Kind.REFUSED, LIMIT / 8);
        remarks(review, Kind.LOSS, LIMIT / 4);
        remarks(review, Kind.WIDENED, LIMIT * 2 / 5);
        remarks(review, Kind.WEAKENED, LIMIT / 2);
        remarks(review, Kind.BREAKING, LIMIT * 3 / 5);
        remarks(review, Kind.ESTATE, LIMIT * 5 / 8);
        remarks(review, Kind.FORGOTTEN, LIMIT * 5 / 8);
        remarks(review, Kind.PRIVILEGE, LIMIT * 2 / 3);
        changedRoutes(review);
        for (Kind kind :
                List.of(Kind.UNKNOWN, Kind.NARROWED, Kind.STRENGTHENED, Kind.BEGINS, Kind.REDEPLOY, Kind.DRIFT)) {
            folded(kind.heading(), review.of(kind), ReviewMarkdown::line);
        }
        folded("all routes", review.routes(), ReviewMarkdown::row);
        folded("resources", review.resources(), ReviewMarkdown::resource);
        folded(
                "resources outside the API",
                List.copyOf(review.outside().entrySet()),
                entry -> "- " + entry.getValue() + " × " + Markdown.code(entry.getKey()) + "\n");
        return out.toString();
    }

    private void remarks(Review review, Kind kind, int limit) {
        List<Remark> remarks = review.of(kind);
        if (!remarks.isEmpty()) {
            out.append("#### ").append(kind.heading()).append("\n\n");
            items(remarks, ReviewMarkdown::line, limit);
            out.append('\n');
        }
    }

    private static String line(Remark remark) {
        Finding finding = remark.finding();
        boolean accepted = finding.isSuppressed();
        String why = finding.suppressedBecause()
                .map(reason -> " — acknowledged: " + Markdown.text(reason))
                .orElse("");
        String hint = accepted || remark.kind().compareTo(Kind.NARROWED) >= 0
                ? ""
                : finding.hint().map(text -> "<br>" + Markdown.text(text)).orElse("");
        return cut("- " + (finding.blocks() ? "⛔ " : "") + Markdown.text(finding.message()) + why + hint) + "\n";
    }

    private void changedRoutes(Review review) {
        List<RouteChange> changed = review.changedRoutes();
        if (changed.isEmpty()) {
            return;
        }
        out.append("#### authorization that changes\n\n| route | before | after |\n|---|---|---|\n");
        items(changed, ReviewMarkdown::row, LIMIT * 4 / 5);
        out.append('\n');
        String picture = Mermaid.of(changed);
        if (out.length() + picture.length() + RESERVE < LIMIT) {
            out.append(picture).append('\n');
        }
    }

    private static String row(RouteChange change) {
        String after = change.changesAccess() ? Markdown.text(Cells.after(change)) : "the same";
        return "| " + cut(Markdown.code(change.name())) + " | " + cut(Markdown.text(Cells.before(change))) + " | "
                + cut(after) + " |\n";
    }

    private static String resource(ResourceLine line) {
        StringBuilder text = new StringBuilder("- ")
                .append(ReviewText.word(line.action()))
                .append(' ')
                .append(Markdown.code(line.address()));
        if (!line.own().isEmpty()) {
            text.append(", own Terraform: ").append(Markdown.code(line.own()));
        }
        line.changes().forEach(change -> text.append("<br>").append(Markdown.text(change)));
        return cut(text.toString()) + "\n";
    }

    private <T> void folded(String heading, List<T> items, Function<T, String> line) {
        if (items.isEmpty() || out.length() + 2 * RESERVE > LIMIT) {
            return;
        }
        out.append("<details><summary>")
                .append(heading)
                .append(" (")
                .append(items.size())
                .append(")</summary>\n\n");
        if (heading.equals("all routes")) {
            out.append("| route | before | after |\n|---|---|---|\n");
        }
        items(items, line, LIMIT);
        out.append("\n</details>\n\n");
    }

    /** As many as there is room for, and how many are left out. */
    private <T> void items(List<T> items, Function<T, String> line, int limit) {
        int written = 0;
        for (T item : items) {
            String text = line.apply(item);
            if (out.length() + text.length() + RESERVE > limit) {
                break;
            }
            out.append(text);
            written++;
        }
        if (written < items.size()) {
            out.append("\n… and ").append(items.size() - written).append(" more, left out of this comment\n");
        }
    }

    /** One name must not take the room of all the others. An entity is never cut in two. */
    private static String cut(String escaped) {
        if (escaped.length() <= LONGEST_LINE) {
            return escaped;
        }
        int end = LONGEST_LINE;
        int entity = escaped.lastIndexOf('&', end);
        int tag = escaped.lastIndexOf('<', end);
        if (entity > end - 12) {
            end = entity;
        }
        if (tag > end - 8) {
            end = Math.min(end, tag);
        }
        String kept = escaped.substring(0, end);
        boolean open = kept.lastIndexOf("<code>") > kept.lastIndexOf("</code>");
        return kept + "…" + (open ? "</code>" : "");
    }
}
