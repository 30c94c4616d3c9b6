package dev.tollgate.graph.draw;

import dev.tollgate.graph.Edge;
import dev.tollgate.graph.Graph;
import dev.tollgate.graph.Tone;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A graph as SVG: one file, no script, nothing fetched, light or dark as its reader is. */
public final class SvgPicture {

    private static final double MARGIN = 16;
    private static final double HEADING = 36;
    private static final double LEGEND = 34;

    private final StringBuilder out = new StringBuilder();
    private final Set<Tone> used = EnumSet.noneOf(Tone.class);

    private SvgPicture() {}

    /** {@code graph} as an SVG document. */
    public static String of(Graph graph) {
        return new SvgPicture().document(graph);
    }

    private String document(Graph graph) {
        Picture picture = LayeredLayout.of(graph);
        graph.edges().forEach(edge -> used.add(edge.tone()));
        Legend legend = Legend.of(used);
        double width = Math.max(
                        Math.max(picture.width(), legend.width()),
                        Label.name(graph.title()).width())
                + 2 * MARGIN;
        double height = picture.height() + HEADING + LEGEND + 2 * MARGIN;
        head(graph, Math.ceil(width), Math.ceil(height));
        out.append("<g transform=\"translate(")
                .append(Markup.number(MARGIN))
                .append(' ')
                .append(Markup.number(MARGIN + HEADING))
                .append(")\">\n");
        picture.edges().forEach(this::edge);
        picture.boxes().forEach(box -> new SvgBox(out).draw(box));
        picture.edges().forEach(this::edgeLabel);
        legend.draw(out, picture.height() + LEGEND / 2);
        return out.append("</g>\n</svg>\n").toString();
    }

    private void head(Graph graph, double width, double height) {
        String title = Markup.escaped(graph.title());
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title\" width=\"");
        out.append(Markup.number(width)).append("\" height=\"").append(Markup.number(height));
        out.append("\" viewBox=\"0 0 ").append(Markup.number(width)).append(' ').append(Markup.number(height));
        out.append("\" font-family=\"").append(SvgStyle.SANS).append("\">\n");
        out.append("<title id=\"title\">").append(title).append("</title>\n");
        out.append("<style>\n").append(SvgStyle.text()).append("</style>\n<defs>\n");
        used.forEach(this::tip);
        out.append("</defs>\n<rect class=\"page\" width=\"100%\" height=\"100%\" fill=\"");
        out.append(SvgStyle.PAGE).append("\"/>\n");
        out.append("<text class=\"ink\" x=\"")
                .append(Markup.number(MARGIN + 8))
                .append("\" y=\"34\" font-size=\"18\" ");
        out.append("font-weight=\"bold\" fill=\"").append(SvgStyle.TEXT).append("\">");
        out.append(Markup.escaped(Shortened.of(graph.title(), 60))).append("</text>\n");
    }

    private void tip(Tone tone) {
        out.append("<marker id=\"tip-").append(tone.word()).append("\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" ");
        out.append("markerUnits=\"userSpaceOnUse\" markerWidth=\"9\" markerHeight=\"9\" orient=\"auto\">");
        out.append("<path class=\"tip-").append(tone.word()).append("\" d=\"M0 0.5L10 5L0 9.5z\" fill=\"");
        out.append(Palette.light(tone).stroke()).append("\"/></marker>\n");
    }

    private void edge(Picture.PlacedEdge placed) {
        Tone tone = placed.edge().tone();
        out.append("<g class=\"").append(tone.word()).append("\"><path class=\"rim\" d=\"");
        out.append(SvgPath.rounded(placed.points())).append("\" ");
        out.append(stroke(tone))
                .append(" marker-end=\"url(#tip-")
                .append(tone.word())
                .append(")\"/></g>\n");
    }

    /** How an arrow of {@code tone} looks: anonymous ones are dashed, so that colour is not all that tells. */
    static String stroke(Tone tone) {
        String look = "fill=\"none\" stroke=\"" + Palette.light(tone).stroke() + "\" stroke-width=\"";
        return switch (tone) {
            case ANONYMOUS -> look + "2.4\" stroke-dasharray=\"7 4\"";
            case UNKNOWN, CUSTOM -> look + "1.8\" stroke-dasharray=\"2 3\"";
            case TOKEN, IAM -> look + "1.6\"";
            case PLAIN, PREFLIGHT -> look + "1.2\"";
        };
    }

    private void edgeLabel(Picture.PlacedEdge placed) {
        Edge edge = placed.edge();
        placed.label().ifPresent(at -> {
            Label label = Label.caption(edge.label());
            out.append("<g class=\"label\"><rect class=\"page\" x=\"").append(Markup.number(at.x()));
            out.append("\" y=\"").append(Markup.number(at.y())).append("\" width=\"");
            out.append(Markup.number(label.width())).append("\" height=\"").append(Markup.number(label.height()));
            out.append("\" fill=\"").append(SvgStyle.PAGE).append("\"/>");
            SvgBox.text(
                    out,
                    label,
                    at.x() + label.width() / 2,
                    at.y() + label.font().size(),
                    SvgStyle.TEXT,
                    "middle");
            out.append("</g>\n");
        });
    }

    /** What arrows mean. */
    private record Legend(List<Tone> tones) {

        private static final double SAMPLE = 34;
        private static final double GAP = 22;

        static Legend of(Set<Tone> used) {
            return new Legend(used.stream().filter(tone -> tone != Tone.PLAIN).toList());
        }

        double width() {
            return tones.stream()
                    .mapToDouble(tone -> SAMPLE + 6 + Label.line(words(tone)).width() + GAP)
                    .sum();
        }

        void draw(StringBuilder out, double y) {
            double x = 8;
            for (Tone tone : tones) {
                Label label = Label.line(words(tone));
                out.append("<g class=\"").append(tone.word()).append("\"><path class=\"rim\" d=\"M");
                out.append(Markup.number(x))
                        .append(' ')
                        .append(Markup.number(y))
                        .append('h')
                        .append(Markup.number(SAMPLE));
                out.append("\" ").append(stroke(tone)).append("/></g>\n<g class=\"legend\">");
                SvgBox.text(out, label, x + SAMPLE + 6, y + 4, SvgStyle.TEXT, "start");
                out.append("</g>\n");
                x += SAMPLE + 6 + label.width() + GAP;
            }
        }

        private static String words(Tone tone) {
            return switch (tone) {
                case PLAIN -> "leads to";
                case TOKEN -> "with a token";
                case ANONYMOUS -> "anonymous: without any token";
                case IAM -> "signed with AWS credentials";
                case CUSTOM -> "a Lambda authorizer decides";
                case UNKNOWN -> "cannot be told";
                case PREFLIGHT -> "a browser's preflight";
            };
        }
    }
}
