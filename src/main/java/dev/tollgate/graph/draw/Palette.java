package dev.tollgate.graph.draw;

import dev.tollgate.graph.Tone;

/** Colours by tone. Text on its fill has a contrast of 7:1 and more, in light and in dark. */
final class Palette {

    private Palette() {}

    /** Colours of a box. */
    record Colors(String fill, String stroke, String text) {}

    /** On a light page. */
    static Colors light(Tone tone) {
        return switch (tone) {
            case PLAIN -> new Colors("#f6f8fa", "#8c959f", "#1f2328");
            case TOKEN -> new Colors("#ddf4ff", "#0969da", "#0a3069");
            case ANONYMOUS -> new Colors("#ffebe9", "#cf222e", "#82071e");
            case IAM -> new Colors("#dafbe1", "#1a7f37", "#0a3d1c");
            case CUSTOM -> new Colors("#fbefff", "#8250df", "#3e1f79");
            case UNKNOWN -> new Colors("#fff8c5", "#9a6700", "#4d2d00");
            case PREFLIGHT -> new Colors("#ffffff", "#8c959f", "#424a53");
        };
    }

    /** On a dark page. */
    static Colors dark(Tone tone) {
        return switch (tone) {
            case PLAIN -> new Colors("#161b22", "#6e7681", "#e6edf3");
            case TOKEN -> new Colors("#0c2d6b", "#58a6ff", "#cae8ff");
            case ANONYMOUS -> new Colors("#67060c", "#ff7b72", "#ffdcd7");
            case IAM -> new Colors("#033a16", "#3fb950", "#aff5b4");
            case CUSTOM -> new Colors("#3c1e70", "#bc8cff", "#eddeff");
            case UNKNOWN -> new Colors("#4b2900", "#d29922", "#f8e3a1");
            case PREFLIGHT -> new Colors("#0d1117", "#6e7681", "#b1bac4");
        };
    }
}
