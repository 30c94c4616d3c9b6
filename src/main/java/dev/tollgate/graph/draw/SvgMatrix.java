package dev.tollgate.graph.draw;

import dev.tollgate.graph.AccessMatrix;
import dev.tollgate.graph.CallVerdict;
import dev.tollgate.graph.Cell;
import dev.tollgate.graph.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The access matrix as SVG: a column for each caller, a row for routes with the same access. */
public final class SvgMatrix {

    private static final double MARGIN = 24;
    private static final double HEADING = 44;
    private static final double SIDE = 12;
    private static final double ABOVE = 8;

    /** Between rows, so that none paints over the rim of another. */
    private static final double GAP = 4;

    private final StringBuilder out = new StringBuilder();
    private final AccessMatrix matrix;
    private final List<MatrixGroups.Group> groups;
    private final List<Double> widths = new ArrayList<>();

    private SvgMatrix(AccessMatrix matrix) {
        this.matrix = matrix;
        this.groups = MatrixGroups.of(matrix).all();
        for (int column = 0; column <= matrix.callers().size(); column++) {
            int at = column;
            Stream<List<BoxLabel>> cells = Stream.concat(
                    Stream.of(header(at)), groups.stream().map(group -> at == 0 ? routes(group) : cell(group, at)));
            widths.add(Math.ceil(cells.flatMap(List::stream)
                            .mapToDouble(BoxLabel::width)
                            .max()
                            .orElse(0)
                    + 2 * SIDE));
        }
    }

    /** {@code matrix} as an SVG document. */
    public static String of(AccessMatrix matrix) {
        return new SvgMatrix(matrix).document();
    }

    private String document() {
        String title = "who can call what: " + matrix.title();
        BoxLabel heading = SvgDocument.heading(title);
        double width = Math.max(widths.stream().mapToDouble(one -> one).sum(), heading.width()) + 2 * MARGIN;
        double height = MARGIN + HEADING + height(List.of(header(0), header(1)));
        for (MatrixGroups.Group group : groups) {
            height += height(cells(group));
        }
        SvgDocument.begin(out, title, Math.ceil(width), Math.ceil(height + MARGIN));
        SvgBox.text(out, heading, MARGIN, 38, SvgStyle.TEXT, "start");
        out.append('\n');
        double y = MARGIN + HEADING;
        List<List<BoxLabel>> headers = new ArrayList<>();
        for (int column = 0; column < widths.size(); column++) {
            headers.add(header(column));
        }
        row(headers, List.of(), y);
        y += height(headers);
        for (MatrixGroups.Group group : groups) {
            row(cells(group), tones(group), y);
            y += height(cells(group));
        }
        return out.append("</svg>\n").toString();
    }

    private List<BoxLabel> header(int column) {
        return column == 0
                ? List.of(BoxLabel.caption("requires"), BoxLabel.name("route"))
                : List.of(
                        BoxLabel.caption(column == 1 ? "no token" : "app client"),
                        BoxLabel.name(matrix.callers().get(column - 1)));
    }

    private static List<BoxLabel> routes(MatrixGroups.Group group) {
        List<BoxLabel> labels = new ArrayList<>(List.of(BoxLabel.name(group.demand())));
        group.routes().forEach(route -> labels.add(BoxLabel.route(route)));
        return labels;
    }

    private static List<BoxLabel> cell(MatrixGroups.Group group, int column) {
        Cell cell = group.cells().get(column - 1);
        List<BoxLabel> labels = new ArrayList<>(List.of(BoxLabel.name(word(cell.verdict()))));
        for (String part : cell.words().split(", ", 2)) {
            labels.add(BoxLabel.line(part));
        }
        return labels;
    }

    /** {@code can}, {@code cannot}, {@code perhaps}: said in words, since colour is not seen by all. */
    static String word(CallVerdict verdict) {
        return switch (verdict) {
            case YES -> "✓ can";
            case NO -> "✗ cannot";
            case PERHAPS -> "? perhaps";
        };
    }

    private List<List<BoxLabel>> cells(MatrixGroups.Group group) {
        List<List<BoxLabel>> cells = new ArrayList<>(List.of(routes(group)));
        for (int column = 1; column < widths.size(); column++) {
            cells.add(cell(group, column));
        }
        return cells;
    }

    /** A caller that can is shown in the colour of what it needs for it. */
    private static List<Tone> tones(MatrixGroups.Group group) {
        List<Tone> tones = new ArrayList<>(List.of(group.tone()));
        for (Cell cell : group.cells()) {
            tones.add(
                    switch (cell.verdict()) {
                        case YES -> group.tone();
                        case NO -> Tone.PLAIN;
                        case PERHAPS -> Tone.UNKNOWN;
                    });
        }
        return tones;
    }

    private static double height(List<List<BoxLabel>> cells) {
        return cells.stream()
                        .mapToDouble(cell ->
                                cell.stream().mapToDouble(BoxLabel::height).sum())
                        .max()
                        .orElse(0)
                + 2 * ABOVE
                + GAP;
    }

    private void row(List<List<BoxLabel>> cells, List<Tone> tones, double y) {
        double x = MARGIN;
        double height = height(cells) - GAP;
        for (int column = 0; column < cells.size(); column++) {
            Tone tone = tones.isEmpty() ? Tone.PLAIN : tones.get(column);
            out.append("<g class=\"node ").append(tone.word()).append("\">");
            SvgBox.rectangle(out, tone, x, y, widths.get(column), height);
            double baseline = y + ABOVE;
            for (BoxLabel label : cells.get(column)) {
                SvgBox.text(
                        out,
                        label,
                        x + SIDE,
                        baseline + label.font().size(),
                        Palette.light(tone).text(),
                        "start");
                baseline += label.height();
            }
            out.append("</g>\n");
            x += widths.get(column);
        }
    }
}
