package dev.tollgate.graph.draw;

/** Names that are too long for a box. */
final class Shortened {

    private Shortened() {}

    /** {@code text}, cut to {@code most} characters with an ellipsis for what is left out. */
    static String of(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
