package dev.tollgate.graph.draw;

import dev.tollgate.graph.Node;
import java.util.ArrayList;
import java.util.List;

/** A node with its text, as large as that needs. */
record Box(Node node, List<BoxLabel> labels) {

    private static final double SIDE = 14;
    private static final double ABOVE = 9;

    /** What a cylinder's lid takes. */
    private static final double LID = 9;

    Box {
        labels = List.copyOf(labels);
    }

    static Box of(Node node) {
        List<BoxLabel> labels = new ArrayList<>(List.of(BoxLabel.caption(node.caption()), BoxLabel.name(node.name())));
        for (String line : node.lines()) {
            labels.add(node.kind() == Node.Kind.ROUTES ? BoxLabel.route(line) : BoxLabel.line(line));
        }
        return new Box(node, labels);
    }

    double width() {
        return Math.ceil(labels.stream().mapToDouble(BoxLabel::width).max().orElse(0) + 2 * SIDE);
    }

    double height() {
        return Math.ceil(labels.stream().mapToDouble(BoxLabel::height).sum() + 2 * ABOVE + lid());
    }

    /** From the top of the box to the top of its first line. */
    double above() {
        return ABOVE + lid();
    }

    double lid() {
        return node.kind() == Node.Kind.STORE || node.kind() == Node.Kind.USER_POOL ? LID : 0;
    }

    double side() {
        return SIDE;
    }
}
