package dev.tollgate.graph.draw;

import dev.tollgate.graph.Tone;

/**
 * The style of pictures. What is light stands in attributes, so that a picture is readable where a page's policy allows
 * no style; this adds what is dark.
 */
final class SvgStyle {

    static final String SANS = "Helvetica Neue, Helvetica, Arial, DejaVu Sans, sans-serif";
    static final String MONOSPACE = "ui-monospace, Menlo, Consolas, DejaVu Sans Mono, Liberation Mono, monospace";
    static final String PAGE = "#ffffff";
    static final String TEXT = "#1f2328";

    private SvgStyle() {}

    /** The sheet's text. */
    static String text() {
        StringBuilder css = new StringBuilder("\n@media (prefers-color-scheme: dark) {\n");
        css.append(".page { fill: #0d1117 }\n.ink { fill: #e6edf3 }\n");
        for (Tone tone : Tone.values()) {
            Palette.Colors colors = Palette.dark(tone);
            css.append('.').append(tone.word()).append(" .box { fill: ").append(colors.fill());
            css.append("; stroke: ").append(colors.stroke()).append(" }\n");
            css.append('.')
                    .append(tone.word())
                    .append(" .rim { stroke: ")
                    .append(colors.stroke())
                    .append(" }\n");
            css.append('.')
                    .append(tone.word())
                    .append(" text { fill: ")
                    .append(colors.text())
                    .append(" }\n");
            css.append(".tip-")
                    .append(tone.word())
                    .append(" { fill: ")
                    .append(colors.stroke())
                    .append(" }\n");
        }
        return css.append("}\n").toString();
    }
}
