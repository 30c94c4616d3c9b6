package dev.tollgate.graph.draw;

import dev.tollgate.graph.Node;
import dev.tollgate.graph.Tone;
import java.util.Locale;

/** Draws boxes: the shape shows the kind of node, colour and rim show its authorization. */
final class SvgBox {

    private final StringBuilder out;

    SvgBox(StringBuilder out) {
        this.out = out;
    }

    void draw(Picture.PlacedBox placed) {
        Box box = placed.box();
        Node node = box.node();
        double x = placed.at().x();
        double y = placed.at().y();
        out.append("<g class=\"node ").append(node.tone().word()).append(" kind-");
        out.append(node.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .append("\">");
        outline(box, x, y);
        double baseline = y + box.above();
        for (BoxLabel label : box.labels()) {
            text(
                    out,
                    label,
                    x + box.side(),
                    baseline + label.font().size(),
                    Palette.light(node.tone()).text(),
                    "start");
            baseline += label.height();
        }
        out.append("</g>\n");
    }

    private void outline(Box box, double x, double y) {
        Node node = box.node();
        if (node.tone() == Tone.ANONYMOUS) {
            path(node.tone(), "box", SvgPath.cut(x, y, box.width(), box.height()));
            return;
        }
        switch (node.kind()) {
            case STORE, USER_POOL -> {
                path(node.tone(), "box", SvgPath.cylinder(x, y, box.width(), box.height(), box.lid()));
                path(node.tone(), "rim", SvgPath.rim(x, y, box.width(), box.lid()));
            }
            case FUNCTION -> {
                rectangle(box, x, y, 3);
                path(
                        node.tone(),
                        "rim",
                        "M" + Markup.number(x + 5) + " " + Markup.number(y) + "v" + Markup.number(box.height()));
            }
            case CALLER -> rectangle(box, x, y, 18);
            case DOMAIN, IDENTITY_PROVIDER, TOKEN_ENDPOINT, API, AUTHORIZER, ROUTES -> rectangle(box, x, y, 4);
        }
    }

    private void rectangle(Box box, double x, double y, double radius) {
        out.append("<rect class=\"box\" x=\"")
                .append(Markup.number(x))
                .append("\" y=\"")
                .append(Markup.number(y));
        out.append("\" width=\"").append(Markup.number(box.width())).append("\" height=\"");
        out.append(Markup.number(box.height()))
                .append("\" rx=\"")
                .append(Markup.number(radius))
                .append("\" ");
        out.append(look(box.node().tone(), Palette.light(box.node().tone()).fill()))
                .append("/>");
    }

    /** A box without rounded corners. */
    static void rectangle(StringBuilder out, Tone tone, double x, double y, double width, double height) {
        out.append("<rect class=\"box\" x=\"")
                .append(Markup.number(x))
                .append("\" y=\"")
                .append(Markup.number(y));
        out.append("\" width=\"")
                .append(Markup.number(width))
                .append("\" height=\"")
                .append(Markup.number(height));
        out.append("\" ").append(look(tone, Palette.light(tone).fill())).append("/>");
    }

    private void path(Tone tone, String style, String d) {
        String fill = style.equals("box") ? Palette.light(tone).fill() : "none";
        out.append("<path class=\"").append(style).append("\" d=\"").append(d).append("\" ");
        out.append(look(tone, fill)).append("/>");
    }

    /** How a box of {@code tone} looks: not by its colour alone. */
    static String look(Tone tone, String fill) {
        String look = "fill=\"" + fill + "\" stroke=\"" + Palette.light(tone).stroke() + "\" stroke-width=\"";
        return switch (tone) {
            case ANONYMOUS -> look + "3\" stroke-dasharray=\"7 4\"";
            case UNKNOWN, CUSTOM -> look + "1.8\" stroke-dasharray=\"2 3\"";
            case PREFLIGHT -> look + "1\" stroke-dasharray=\"1 3\"";
            case TOKEN, IAM, PLAIN -> look + "1.4\"";
        };
    }

    /** Writes {@code label}; one in letters whose width is not known is pressed into what is kept for it. */
    static void text(StringBuilder out, BoxLabel label, double x, double baseline, String fill, String anchor) {
        out.append("<text class=\"ink ").append(label.style()).append("\" x=\"").append(Markup.number(x));
        out.append("\" y=\"").append(Markup.number(baseline)).append("\" font-size=\"");
        out.append(Markup.number(label.font().size()))
                .append("\" fill=\"")
                .append(fill)
                .append('"');
        if (label.font().bold()) {
            out.append(" font-weight=\"bold\"");
        }
        if (label.font().monospace()) {
            out.append(" font-family=\"").append(SvgStyle.MONOSPACE).append('"');
        }
        if (!anchor.equals("start")) {
            out.append(" text-anchor=\"").append(anchor).append('"');
        }
        if (!Glyphs.areMeasured(label.shown())) {
            out.append(" textLength=\"").append(Markup.number(label.width()));
            out.append("\" lengthAdjust=\"spacingAndGlyphs\"");
        }
        out.append('>').append(Markup.escaped(label.shown()));
        if (label.isShortened()) {
            out.append("<title>").append(Markup.escaped(label.whole())).append("</title>");
        }
        out.append("</text>");
    }
}
