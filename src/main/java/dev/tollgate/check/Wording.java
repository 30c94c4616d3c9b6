package dev.tollgate.check;

import dev.tollgate.finding.Suggestion;
import java.util.Collection;
import java.util.List;

/** How messages name several things, and what a misspelt one may have meant. */
public final class Wording {

    private static final int SHOWN = 6;

    private Wording() {}

    /** {@code `a`, `b` and 3 more}. */
    public static String listed(Collection<String> words) {
        List<String> shown = words.stream().limit(SHOWN).map(w -> "`" + w + "`").toList();
        int left = words.size() - shown.size();
        return String.join(", ", shown) + (left > 0 ? " and " + left + " more" : "");
    }

    /** What {@code word} may have meant, and what there is under {@code key}. */
    public static String meant(String word, Collection<String> known, String key) {
        if (known.isEmpty()) {
            return "add it to `" + key + "`";
        }
        return Suggestion.nearest(word, known)
                .map(near -> "did you mean `" + near + "`? `" + key + "` has " + listed(known))
                .orElse("add it to `" + key + "`, which has " + listed(known));
    }
}
