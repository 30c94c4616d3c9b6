package dev.tollgate.graph.draw;

import dev.tollgate.finding.Printable;

/**
 * A line of text in a box.
 *
 * @param shown what is written, shortened
 * @param whole all of it
 */
record BoxLabel(String shown, String whole, Glyphs.Font font, String style) {

    private static final int LONGEST = 44;
    private static final double AROUND = 4;

    static BoxLabel caption(String text) {
        return of(text, new Glyphs.Font(11, false, false), "caption");
    }

    static BoxLabel name(String text) {
        return of(text, new Glyphs.Font(13, true, false), "name");
    }

    static BoxLabel line(String text) {
        return of(text, new Glyphs.Font(12, false, false), "line");
    }

    static BoxLabel route(String text) {
        return of(text, new Glyphs.Font(12, false, true), "route");
    }

    private static BoxLabel of(String text, Glyphs.Font font, String style) {
        String whole = Printable.of(text);
        return new BoxLabel(Shortened.of(whole, LONGEST), whole, font, style);
    }

    double width() {
        return Glyphs.width(shown, font);
    }

    /** What it takes where it stands alone, on an arrow. */
    double alone() {
        return Math.ceil(width() + 2 * AROUND);
    }

    /** From one line to the next. */
    double height() {
        return font.size() + 5;
    }

    boolean isShortened() {
        return !shown.equals(whole);
    }
}
