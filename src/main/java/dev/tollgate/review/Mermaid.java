package dev.tollgate.review;

import dev.tollgate.finding.Printable;
import dev.tollgate.surface.Access;
import java.util.List;

/** The changed routes as a picture that GitHub draws. */
final class Mermaid {

    /** More would be no picture any more. */
    private static final int MOST = 25;

    private Mermaid() {}

    static String of(List<RouteChange> changed) {
        StringBuilder out = new StringBuilder("```mermaid\nflowchart LR\n");
        int at = 0;
        for (RouteChange change : changed.stream().limit(MOST).toList()) {
            out.append("  b")
                    .append(at)
                    .append("[\"")
                    .append(label(Cells.before(change)))
                    .append("\"] --> r")
                    .append(at)
                    .append("([\"")
                    .append(label(change.name()))
                    .append("\"]) --> a")
                    .append(at)
                    .append("[\"")
                    .append(label(Cells.after(change)))
                    .append("\"]\n");
            if (change.accessAfter().filter(Access::isOpen).isPresent()) {
                out.append("  class a").append(at).append(" open\n");
            }
            at++;
        }
        if (changed.size() > MOST) {
            out.append("  more[\"and ").append(changed.size() - MOST).append(" more\"]\n");
        }
        return out.append("  classDef open fill:#f8d7da,stroke:#b02a37,color:#58151c\n```\n")
                .toString();
    }

    /** Letters, digits and what is harmless in a label; all else by its number. */
    private static String label(String text) {
        StringBuilder out = new StringBuilder();
        String shortened = text.length() > 60 ? text.substring(0, text.offsetByCodePoints(0, 59)) + "…" : text;
        Printable.of(shortened).codePoints().forEach(c -> {
            boolean harmless = Character.isLetterOrDigit(c) || " /-_.,…".indexOf(c) >= 0;
            out.append(harmless ? Character.toString(c) : "#" + c + ";");
        });
        return out.toString();
    }
}
