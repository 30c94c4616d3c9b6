package dev.tollgate.graph.draw;

/**
 * How wide text is, without asking the machine for its fonts: for each letter the widest of the fonts that viewers show
 * it in, Arial and Helvetica, and DejaVu Sans, which is what Verdana is about.
 */
final class Glyphs {

    /** Of a thousand to an em, from the space to the tilde. */
    private static final int[] WIDTHS = {
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, // space to /
        636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 556, // 0 to ?
        1015, 684, 686, 722, 770, 667, 611, 778, 752, 295, 500, 667, 557, 863, 748, 787, // @ to O
        667, 787, 722, 667, 611, 732, 684, 989, 685, 667, 685, 390, 337, 390, 838, 556, // P to _
        500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, // ` to o
        635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838 // p to ~
    };

    private static final double MONOSPACE = 0.62;
    /** What stands in our own words, an em each. */
    private static final String SIGNS = "…✓✗";

    private static final double BOLD = 1.13;

    /** Alphabets that are not in the table; and all else, which fills a square. What is wider is pressed. */
    private static final double ALPHABETIC = 0.7;

    private static final double SQUARE = 1;

    private Glyphs() {}

    /** A way to write text. */
    record Font(double size, boolean bold, boolean monospace) {}

    /** How wide {@code text} is at most. */
    static double width(String text, Font font) {
        double em = text.codePoints().mapToDouble(c -> em(c, font.monospace())).sum();
        return em * font.size() * (font.bold() ? BOLD : 1);
    }

    private static double em(int codePoint, boolean monospace) {
        if (!isMeasured(codePoint)) {
            return isAlphabetic(codePoint) ? ALPHABETIC : SQUARE;
        }
        if (monospace) {
            return MONOSPACE;
        }
        return codePoint > '~' ? 1 : WIDTHS[codePoint - ' '] / 1000.0;
    }

    /** Whether every letter of {@code text} is one whose width is known. */
    static boolean areMeasured(String text) {
        return text.codePoints().allMatch(Glyphs::isMeasured);
    }

    private static boolean isMeasured(int codePoint) {
        return (codePoint >= ' ' && codePoint <= '~') || SIGNS.indexOf(codePoint) >= 0;
    }

    private static boolean isAlphabetic(int codePoint) {
        Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
        return script == Character.UnicodeScript.LATIN
                || script == Character.UnicodeScript.GREEK
                || script == Character.UnicodeScript.CYRILLIC;
    }
}
