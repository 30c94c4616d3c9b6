package dev.tollgate.review;

import java.util.Optional;

/** The reason that an environment file gives for a route that anyone may call; its plan carries it. */
final class Anonymous {

    private Anonymous() {}

    /** What to do about {@code change}: {@code undo}, unless the reason is right. */
    static String hint(Comparison comparison, RouteChange change, String undo) {
        Optional<String> reason = comparison
                .plan()
                .after()
                .variables()
                .get("routes")
                .get(change.key())
                .get("anonymous")
                .text()
                .filter(text -> !text.isBlank());
        return reason.map(text -> "the file says why: `" + text.replace("`", "'") + "`; if that is not so, " + undo)
                .orElse(undo + ", or say in the pull request why it is public");
    }
}
