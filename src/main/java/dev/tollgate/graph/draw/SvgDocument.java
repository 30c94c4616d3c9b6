package dev.tollgate.graph.draw;

import dev.tollgate.finding.Printable;

/** The frame that all SVG documents have. */
final class SvgDocument {

    private SvgDocument() {}

    /** Opens a document with its page and its style. */
    static void begin(StringBuilder out, String title, double width, double height) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title\" width=\"");
        out.append(Markup.number(width)).append("\" height=\"").append(Markup.number(height));
        out.append("\" viewBox=\"0 0 ").append(Markup.number(width)).append(' ').append(Markup.number(height));
        out.append("\" font-family=\"").append(SvgStyle.SANS).append("\">\n");
        out.append("<title id=\"title\">").append(Markup.escaped(title)).append("</title>\n");
        out.append("<style>").append(SvgStyle.text()).append("</style>\n");
        out.append("<rect class=\"page\" width=\"100%\" height=\"100%\" fill=\"")
                .append(SvgStyle.PAGE);
        out.append("\"/>\n");
    }

    /** The document's heading. */
    static BoxLabel heading(String title) {
        String whole = Printable.of(title);
        return new BoxLabel(Shortened.of(whole, 60), whole, new Glyphs.Font(18, true, false), "heading");
    }
}
