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

    private final double heading;

    private SvgPicture(double heading) {
        this.heading = heading;
    }

    /** {@code graph} as an SVG document. */
    public static String of(Graph graph) {
        return new SvgPicture(HEADING).document(graph);
    }

    /** {@code graph} for a page that has its title already. */
    static String inPage(Graph graph) {
        return new SvgPicture(0).document(graph);
    }

    private String document(Graph graph) {
        Picture picture = LayeredLayout.of(graph);
        graph.edges().forEach(edge -> used.add(edge.tone()));
        Legend legend = Legend.of(used);
        double width = Math.max(
                        Math.max(picture.width(), legend.width()),
                        SvgDocument.heading(graph.title()).width() + 8)
                + 2 * MARGIN;
        double height = picture.height() + heading + LEGEND + 2 * MARGIN;
        head(graph, Math.ceil(width), Math.ceil(height));
        out.append("<g transform=\"translate(")
                .append(Markup.number(MARGIN))
                .append(' ')
                .append(Markup.number(MARGIN + heading))
                .append(")\">\n");
        picture.edges().forEach(this::edge);
        picture.boxes().forEach(box -> new SvgBox(out).draw(box));
        picture.edges().forEach(this::edgeLabel);
        legend.draw(out, picture.height() + LEGEND / 2);
        return out.append("</g>\n</svg>\n").toString();
    }

    private void head(Graph graph, double width, double height) {
        SvgDocument.begin(out, graph.title(), width, height);
        out.append("<defs>\n");
        used.forEach(this::tip);
        out.append("</defs>\n");
        if (heading > 0) {
            SvgBox.text(out, SvgDocument.heading(graph.title()), MARGIN + 8, 34, SvgStyle.TEXT, "start");
            out.append('\n');
        }
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
            case PREFLIGHT -> look + "1.2\" stroke-dasharray=\"1 3\"";
            case PLAIN -> look + "1.2\"";
        };
    }

    private void edgeLabel(Picture.PlacedEdge placed) {
        Edge edge = placed.edge();
        placed.label().ifPresent(at -> {
            BoxLabel label = BoxLabel.caption(edge.label());
            out.append("<g class=\"label\"><rect class=\"page\" x=\"").append(Markup.number(at.x()));
            out.append("\" y=\"").append(Markup.number(at.y())).append("\" width=\"");
            out.append(Markup.number(label.alone())).append("\" height=\"").append(Markup.number(label.height()));
            out.append("\" fill=\"").append(SvgStyle.PAGE).append("\"/>");
            SvgBox.text(
                    out,
                    label,
                    at.x() + label.alone() / 2,
                    at.y() + label.font().size(),
                    SvgStyle.TEXT,
                    "middle");
            out.append("</g>\n");
        });
    }

    /** What the colours and rims of boxes and arrows mean: a box and its arrow of each. */
    private record Legend(List<Tone> tones) {

        private static final double SAMPLE = 40;
        private static final double BOX = 12;
        private static final double GAP = 22;

        static Legend of(Set<Tone> used) {
            return new Legend(used.stream().filter(tone -> tone != Tone.PLAIN).toList());
        }

        double width() {
            return tones.stream()
                    .mapToDouble(tone -> SAMPLE + 6 + BoxLabel.line(words(tone)).width() + GAP)
                    .sum();
        }

        void draw(StringBuilder out, double y) {
            double x = 8;
            for (Tone tone : tones) {
                BoxLabel label = BoxLabel.line(words(tone));
                out.append("<g class=\"").append(tone.word()).append("\"><path class=\"box\" d=\"M");
                out.append(Markup.number(x)).append(' ').append(Markup.number(y - BOX / 2));
                out.append("h16v").append(Markup.number(BOX)).append("h-16z\" ");
                out.append(SvgBox.look(tone, Palette.light(tone).fill()));
                out.append("/><path class=\"rim\" d=\"M")
                        .append(Markup.number(x + 16))
                        .append(' ')
                        .append(Markup.number(y));
                out.append('h').append(Markup.number(SAMPLE - 16));
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
                case UNKNOWN -> "unknown";
                case PREFLIGHT -> "a browser's preflight";
            };
        }
    }
}
